// Whom the page can speak as. Their registrations are the preapproved members of appsettings.Development.json, where the same ids stand.

const tenantId = "d0000000-0000-4000-8000-000000000000";
const persona = (key, name, number) => ({ key, name, tenantId, aadObjectId: `d0000000-0000-4000-8000-00000000000${number}` });

export const personas = [
  { ...persona("stranger", "登録していない人", 9), name: "利用者", label: "登録していない人" },
  { ...persona("secretariat", "事務局 太郎", 1), label: "事務局" },
  { ...persona("arakawa", "荒川 花子", 2), label: "荒川区の連携担当" },
  { ...persona("shinagawa", "品川 一郎", 3), label: "品川区の連携担当" },
  { ...persona("sakai", "坂井 夏子", 4), label: "坂井市の担当" },
  { ...persona("kushiro", "釧路 冬樹", 5), label: "釧路市の担当" },
];
