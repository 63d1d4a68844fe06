// The protocol: activities out, activities back (Bot Framework Activity, deliveryMode expectReplies).

const endpoint = "api/messages";
// A little longer than the service gives a turn, so that its own apology arrives.
const patienceMs = 65_000;

/** Why no answer came: "gone" (nobody there), "late", "busy", "refused" (the page may not talk to this bot), "failed". */
export class NoAnswer extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

export class Conversation {
  #conversation = { id: `a:webchat-${crypto.randomUUID()}`, conversationType: "personal", isGroup: false };
  #user;
  #bot = { id: "28:renkeibot", name: "連携ボット", role: "bot" };

  /** @param {{key: string, name: string, tenantId: string, aadObjectId: string}} persona who speaks */
  constructor(persona) {
    this.#user = { id: `29:webchat-${persona.key}`, name: persona.name, aadObjectId: persona.aadObjectId, role: "user" };
    this.#conversation.tenantId = persona.tenantId;
  }

  /** The bot is added to a personal chat, as Teams says it. */
  opening() {
    return this.#activity({ type: "conversationUpdate", membersAdded: [this.#bot, this.#user] });
  }

  /** The user writes, or presses a button that writes for the user. */
  message(text, value) {
    return this.#activity({ type: "message", text, textFormat: "plain", value });
  }

  /** Action.Submit: a message without text. */
  submit(value, replyToId) {
    return this.#activity({ type: "message", value, replyToId });
  }

  /** Action.Execute: an invoke, whose answer replaces the card. */
  execute(action, replyToId) {
    return this.#activity({ type: "invoke", name: "adaptiveCard/action", value: { action, trigger: "manual" }, replyToId });
  }

  /**
   * Sends an activity and waits for the turn to end. Sending the same activity again is safe: it keeps its id.
   * @returns {Promise<object[]>} what the bot said, in order, each with an id
   * @throws {NoAnswer}
   */
  async send(activity) {
    let response;
    try {
      response = await fetch(endpoint, {
        method: "POST",
        headers: { "Content-Type": "application/json; charset=utf-8" },
        body: JSON.stringify(activity),
        cache: "no-store",
        signal: AbortSignal.timeout(patienceMs),
      });
    } catch (error) {
      throw new NoAnswer(error.name === "TimeoutError" ? "late" : "gone");
    }
    if (!response.ok) throw new NoAnswer(reasonOf(response.status));
    let body;
    try {
      body = JSON.parse((await response.text()) || "{}");
    } catch {
      throw new NoAnswer("failed");
    }
    const activities = Array.isArray(body?.activities) ? body.activities : [];
    // Replies in the response carry no ids, but a button has to name the message it was on.
    return activities.filter((reply) => reply && typeof reply === "object").map((reply) => ({ ...reply, id: reply.id || crypto.randomUUID() }));
  }

  #activity(content) {
    return {
      ...content,
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      channelId: "webchat",
      from: this.#user,
      recipient: this.#bot,
      conversation: this.#conversation,
      channelData: { tenant: { id: this.#conversation.tenantId } },
      locale: "ja-JP",
      deliveryMode: "expectReplies",
    };
  }
}

/** The answer to an Action.Execute among what came back: {statusCode, type, value}, or undefined. */
export function invokeAnswer(activities) {
  const response = activities.find((activity) => activity.type === "invokeResponse");
  return response?.value?.body ?? response?.body;
}

function reasonOf(status) {
  if (status === 429) return "busy";
  if (status === 401 || status === 403 || status === 404) return "refused";
  return status >= 502 && status <= 504 ? "gone" : "failed";
}
