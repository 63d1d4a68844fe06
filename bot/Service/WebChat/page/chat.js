// Who does what when. The other modules know nothing of each other.

import { canDraw, drawCard, firstText } from "./cards.js";
import { cardTexts } from "./card-text.js";
import { Composer } from "./composer.js";
import { Conversation, invokeAnswer, listen, NoAnswer } from "./conversation.js";
import { personas } from "./personas.js";
import { paragraph, Transcript } from "./transcript.js";

const cardType = "application/vnd.microsoft.card.adaptive";
const slowMs = 15_000;
const sorry = {
  gone: "ボットにつながりません。サービスが止まっているか、通信が切れています。しばらくしてから、もう一度お試しください。",
  late: "応答がありませんでした。しばらくしてから、もう一度お試しください。",
  busy: "ただいま混み合っています。少し待ってから、もう一度お試しください。",
  refused: "このページからはボットに接続できません。サービスの設定をご確認ください。",
  failed: "ボットが処理を終えられませんでした。もう一度お試しください。",
};

const byId = (id) => document.getElementById(id);
const chats = personas.map((persona) => ({ persona, place: "personal", conversation: new Conversation(persona) }));
const posts = personas.map((persona) => ({ persona, place: "channel", conversation: new Conversation(persona, "channel") }));
let speaker = chats[0];
let conversation = speaker.conversation;
let channelIsOpen = false;
const transcript = new Transcript(byId("transcript"), byId("conversation"));
const composer = new Composer(byId("composer"), (text) => say(text));
let waiting = false;
let slowTimer;

byId("text-only").hidden = canDraw;
byId("persona").append(...personas.map(({ key, label }) => new Option(label, key)));
for (const id of ["persona", "place"]) byId(id).addEventListener("change", () => speakAs(chosen()));
composer.focus();
listen([...chats, posts[0]].map((one) => one.conversation.id), arrived);
await turn(conversation.opening());

/** Who speaks where, as it is chosen at the top. */
function chosen() {
  return (byId("place").value === "channel" ? posts : chats).find(({ persona }) => persona.key === byId("persona").value);
}

/** What follows is said by someone else, in a conversation of their own or in the channel that all share. */
async function speakAs(one) {
  speaker = one;
  conversation = one.conversation;
  byId("persona").value = one.persona.key;
  byId("place").value = one.place;
  const text = `ここからは${one.place === "channel" ? "チャネルで、" : ""}「${one.persona.label}」として話します。`;
  transcript.noted(text);
  announce(text);
  composer.focus();
  if (one.place === "channel" && !channelIsOpen) {
    channelIsOpen = true;
    await turn(conversation.opening());
  } else if (one.place === "personal") {
    // As in Teams, the bot knows where to reach whoever has it installed.
    await turn(conversation.installation());
  }
}

/** The bot says something by itself: to a person or in the channel. Its buttons are pressed by that person, in the channel by who speaks now. */
function arrived(id, activity) {
  const isChannel = id === posts[0].conversation.id;
  const receiver = isChannel ? undefined : chats.find((one) => one.conversation.id === id);
  if (activity.type === "message") transcript.noted(isChannel ? "チャネルに届きました。" : `「${receiver.persona.label}」の個人チャットに届きました。`);
  show(activity, () => (isChannel ? posts.find(({ persona }) => persona === speaker.persona) : receiver));
}

function say(text, value) {
  transcript.said(text);
  return turn(conversation.message(text, value));
}

/** One turn: sends, waits visibly, shows what came back. Returns the last answer's place, or undefined when there was none. */
async function turn(activity, onInvokeAnswer) {
  setWaiting(true);
  try {
    const replies = await conversation.send(activity);
    setWaiting(false);
    let shown;
    let first;
    for (const reply of replies) {
      shown = show(reply) ?? shown;
      first ??= shown;
    }
    if (onInvokeAnswer) first = onInvokeAnswer(invokeAnswer(replies)) ?? first;
    return first;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    setWaiting(false);
    const text = sorry[error.reason];
    announce(text);
    const entry = transcript.failed(text, "もう一度送る", () => {
      if (waiting) return false;
      composer.focus();
      turn(activity, onInvokeAnswer);
      return true;
    });
    return entry.querySelector("button");
  } finally {
    setWaiting(false);
  }
}

/** Shows one activity of the bot; returns its place on the page. `presser` says who presses its buttons, if not who speaks. */
function show(reply, presser) {
  switch (reply.type) {
    case "message":
    case "messageUpdate":
      return showMessage(reply, presser);
    case "messageDelete":
      transcript.withdrawn(reply.id);
      return undefined;
    default:
      return undefined;
  }
}

function showMessage({ id, text, summary, attachments, suggestedActions }, presser) {
  const cards = (attachments ?? []).map((attachment) => drawAttachment(attachment, id, presser));
  const lead = text || summary || "";
  const parts = [...cards];
  // As in Teams, the summary of a card is for notices and readers; above the card stands only a text that the card does not begin with.
  const shown = cards.length ? text : lead;
  if (shown && !cards.some((card) => sameText(firstText(card), shown))) parts.unshift(paragraph(shown));
  if (suggestedActions?.actions?.length) parts.push(suggestions(suggestedActions.actions));
  if (!parts.length) return undefined;
  const entry = transcript.answered(id, parts, presser ? "told" : "answered");
  transcript.show(entry);
  announce(lead || cards.map((card) => card.textContent).join(" "));
  return entry;
}

function drawAttachment({ contentType, content }, messageId, presser) {
  if (contentType !== cardType) return paragraph("このページでは表示できない添付があります。", "withdrawn");
  const drawn = canDraw && drawCard(content, {
    onSubmit: (pressed) => submit(pressed, messageId, presser),
    onExecute: (pressed) => execute(pressed, messageId, presser),
  });
  const box = document.createElement("div");
  box.className = "card";
  if (drawn) {
    box.append(drawn);
  } else {
    const texts = cardTexts(content);
    box.append(...(texts.length ? texts : [content?.fallbackText ?? "表示できないカードです。"]).map((text) => paragraph(text, "ac-textBlock")));
  }
  return box;
}

async function submit({ title, data }, messageId, presser) {
  if (waiting) return;
  await becoming(presser);
  // Teams reads instructions of its own in the data of a button.
  const { msteams, ...value } = data ?? {};
  let answer;
  if (msteams?.type === "imBack") {
    answer = say(String(msteams.value ?? title));
  } else if (msteams?.type === "messageBack") {
    transcript.pressed(msteams.displayText || title);
    answer = turn(conversation.message(msteams.text, msteams.value));
  } else {
    transcript.pressed(title);
    answer = turn(conversation.submit(value, messageId));
  }
  (await answer)?.focus({ preventScroll: true });
}

async function execute({ action }, messageId, presser) {
  if (waiting) return;
  await becoming(presser);
  const answer = turn(conversation.execute(action, messageId), (result) => {
    if (result?.type === cardType && result.value) return showMessage({ id: messageId, attachments: [{ contentType: cardType, content: result.value }] }, presser);
    const message = typeof result?.value === "string" ? result.value : result?.value?.message;
    if (result?.statusCode >= 400) return showMessage({ id: crypto.randomUUID(), text: message || sorry.failed });
    return message ? showMessage({ id: crypto.randomUUID(), text: message }) : undefined;
  });
  (await answer)?.focus({ preventScroll: true });
}

/** Whoever presses a button speaks from then on. */
async function becoming(presser) {
  const one = presser?.();
  if (one && one !== speaker) await speakAs(one);
}

function suggestions(actions) {
  const row = document.createElement("div");
  row.className = "suggestions";
  for (const { title, value } of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title;
    button.addEventListener("click", async () => {
      if (!waiting) (await say(String(value ?? title)))?.focus({ preventScroll: true });
    });
    row.append(button);
  }
  return row;
}

function setWaiting(value) {
  if (waiting === value) return;
  waiting = value;
  composer.waiting = value;
  byId("conversation").setAttribute("aria-busy", String(value));
  byId("persona").disabled = value;
  byId("place").disabled = value;
  byId("waiting").hidden = !value;
  clearTimeout(slowTimer);
  if (!value) return;
  byId("waiting-text").textContent = "確認しています…";
  byId("waiting").scrollIntoView({ block: "end" });
  slowTimer = setTimeout(() => {
    byId("waiting-text").textContent = "時間がかかっています。このままもうしばらくお待ちください。";
    announce(byId("waiting-text").textContent);
  }, slowMs);
}

function announce(text) {
  byId("announcement").textContent = text;
}

function sameText(one, other) {
  const bare = (text) => text.normalize("NFKC").replace(/\s+/gu, "");
  return bare(one) === bare(other);
}
