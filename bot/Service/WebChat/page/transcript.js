// What was said, on the page. Text is set as text, never as HTML.

export class Transcript {
  #list;
  #scroller;
  #entries = new Map();

  constructor(list, scroller) {
    this.#list = list;
    this.#scroller = scroller;
  }

  /** What the user wrote. */
  said(text) {
    return this.#append("said", [speaker("あなた"), paragraph(text)]);
  }

  /** Which button the user pressed. */
  pressed(title) {
    return this.#append("said pressed", [speaker("あなたが選んだボタン"), paragraph(title)]);
  }

  /** A message of the bot, in answer to the user or ("told") by itself. A message whose id is known replaces the earlier one where it stands. */
  answered(id, parts, className = "answered") {
    const content = [speaker("連携ボット"), ...parts];
    const known = this.#entries.get(id);
    if (known) {
      known.replaceChildren(...content);
      return known;
    }
    const entry = this.#append(className, content);
    entry.tabIndex = -1;
    this.#entries.set(id, entry);
    return entry;
  }

  /** Something about the conversation itself. */
  noted(text) {
    return this.#append("noted", [paragraph(text)]);
  }

  /** The bot took a message back. */
  withdrawn(id) {
    this.#entries.get(id)?.replaceChildren(speaker("連携ボット"), paragraph("このメッセージは取り消されました。", "withdrawn"));
  }

  /** Something went wrong; the way out of it is a button, which goes away with the message unless the handler returns false. */
  failed(text, buttonTitle, onPress) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = buttonTitle;
    const entry = this.#append("failed", [paragraph(text), button]);
    button.addEventListener("click", () => {
      if (onPress() !== false) entry.remove();
    });
    return entry;
  }

  /** Shows an entry: its beginning, where it is taller than the page. */
  show(entry) {
    const tall = entry.offsetHeight > this.#scroller.clientHeight;
    entry.scrollIntoView({ block: tall ? "start" : "end" });
  }

  #append(className, content) {
    const entry = document.createElement("li");
    entry.className = className;
    entry.append(...content);
    this.#list.append(entry);
    this.show(entry);
    return entry;
  }
}

export function paragraph(text, className = "text") {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function speaker(name) {
  return paragraph(name, "visually-hidden");
}
