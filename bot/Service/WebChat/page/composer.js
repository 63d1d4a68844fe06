// The field to write in: Enter sends, Shift+Enter begins a line, the Enter that ends a kana conversion does neither.

const maxLength = 1000;
const hintFrom = 800;

export class Composer {
  #form;
  #field;
  #button;
  #limit;
  #waiting = false;

  constructor(form, onSend) {
    this.#form = form;
    this.#field = form.querySelector("textarea");
    this.#button = form.querySelector("button");
    this.#limit = form.querySelector("#composer-limit");
    this.#field.addEventListener("input", () => this.#update());
    this.#field.addEventListener("keydown", (event) => {
      // Some browsers end the conversion before they say so: they still report key code 229 then.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.#form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = this.#field.value.trim();
      if (this.#waiting || text === "" || text.length > maxLength) {
        this.focus();
        return;
      }
      this.#field.value = "";
      this.#update();
      onSend(text);
      // On a touch screen the keyboard would cover the answer.
      if (!matchMedia("(pointer: coarse)").matches) this.focus();
    });
    this.#update();
  }

  set waiting(waiting) {
    this.#waiting = waiting;
    this.#update();
  }

  focus() {
    this.#field.focus({ preventScroll: true });
  }

  #update() {
    const length = this.#field.value.trim().length;
    const over = length > maxLength;
    this.#button.disabled = this.#waiting || over;
    this.#field.setAttribute("aria-invalid", String(over));
    this.#limit.textContent = over ? `${maxLength} 文字までです（${length - maxLength} 文字多く入力されています）` : length >= hintFrom ? `残り ${maxLength - length} 文字` : "";
    this.#field.rows = Math.min(6, Math.max(1, this.#field.value.split("\n").length));
  }
}
