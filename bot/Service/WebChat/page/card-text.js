// What a card says, as plain text: where the renderer is missing or cannot draw the card.

const lists = ["body", "items", "columns", "rows", "cells", "facts", "inlines", "actions"];

/** The texts of a card in reading order, without the marks of markdown. */
export function cardTexts(element) {
  if (!element || typeof element !== "object") return typeof element === "string" ? [element] : [];
  const own = [];
  if (element.type?.startsWith("Action.")) own.push(`［${element.title ?? ""}］`);
  else if (element.type === undefined && "title" in element && "value" in element) own.push(`${plain(element.title)}：${plain(element.value)}`);
  else if (typeof element.text === "string") own.push(plain(element.text));
  else if (element.type?.startsWith("Input.")) own.push(plain(element.label ?? element.title ?? element.placeholder ?? ""));
  return [...own, ...lists.flatMap((name) => (Array.isArray(element[name]) ? element[name].flatMap(cardTexts) : []))].filter(Boolean);
}

function plain(markdown) {
  return String(markdown ?? "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
