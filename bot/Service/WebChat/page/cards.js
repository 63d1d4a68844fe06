// Cards, drawn by the official renderer.

import { hostConfig } from "./host-config.js";

const { AdaptiveCards: renderer, markdownit } = globalThis;

/** Whether the third-party scripts are there (the build restores them where Node is). */
export const canDraw = Boolean(renderer && markdownit);

const looks = canDraw ? prepare() : undefined;

/**
 * Draws a card.
 * @param {object} content the card's JSON
 * @param {{onSubmit: Function, onExecute: Function}} handlers called with what was pressed: {title, data} and {title, action}
 * @returns {HTMLElement|undefined} undefined when the renderer cannot draw it
 */
export function drawCard(content, handlers) {
  const card = new renderer.AdaptiveCard();
  card.hostConfig = looks;
  card.onExecuteAction = (action) => press(action, handlers);
  card.parse(withMentionNames(content));
  const element = card.render();
  // The card itself is nothing to press: with the keyboard one goes from button to button.
  element?.removeAttribute("tabindex");
  return element?.childElementCount ? element : undefined;
}

/** The text that a drawn card shows first. */
export function firstText(element) {
  return element.querySelector(".ac-textBlock, .ac-richTextBlock")?.textContent ?? "";
}

function press(action, { onSubmit, onExecute }) {
  const { title } = action;
  switch (action.getJsonTypeName()) {
    case "Action.Submit":
      onSubmit({ title, data: action.data });
      break;
    case "Action.Execute":
      onExecute({ title, action: { type: "Action.Execute", id: action.id, verb: action.verb, title, data: action.data } });
      break;
    case "Action.OpenUrl":
      if (isWebLink(action.url)) open(action.url, "_blank", "noopener,noreferrer");
      break;
  }
}

/** A mention is markup of its own in a card's text; here it is the person's name. Text of users has its angle brackets escaped. */
function withMentionNames(content) {
  if (!content?.msteams?.entities?.length) return content;
  return JSON.parse(JSON.stringify(content, (_, value) => (typeof value === "string" ? value.replace(/(?<!\\)<at>(.*?)<\/at>/g, "$1") : value)));
}

function prepare() {
  // What Teams shows of markdown, and nothing else. Without HTML whatever else there is stays text.
  const markdown = markdownit("zero", { html: false }).enable(["emphasis", "link", "list", "escape", "entity", "newline"]);
  markdown.validateLink = isWebLink;
  markdown.renderer.rules.link_open = (tokens, index, options, _, self) => {
    tokens[index].attrSet("rel", "noopener noreferrer");
    return self.renderToken(tokens, index, options);
  };
  renderer.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  renderer.Strings.defaults.overflowButtonText = () => "…";
  renderer.Strings.defaults.overflowButtonTooltip = () => "ほかの操作";
  renderer.Strings.defaults.inlineActionTitle = () => "実行";
  const config = new renderer.HostConfig(hostConfig);
  // The renderer reads no suffix from its configuration: its own " *" comes last.
  config.inputs.label.requiredInputs.suffix = "（必須）";
  return config;
}

function isWebLink(url) {
  return URL.canParse(url) && new URL(url).protocol === "https:";
}
