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

/** The channel that everyone on this page shares. */
const channelId = `19:webchat-${crypto.randomUUID()}@thread.tacv2`;

export class Conversation {
  #conversation;
  #isChannel;
  #user;
  #bot = { id: "28:renkeibot", name: "連携ボット", role: "bot" };

  /**
   * @param {{key: string, name: string, tenantId: string, aadObjectId: string}} persona who speaks
   * @param {"personal" | "channel"} place where
   */
  constructor(persona, place = "personal") {
    this.#isChannel = place === "channel";
    this.#user = { id: `29:webchat-${persona.key}`, name: persona.name, aadObjectId: persona.aadObjectId, role: "user" };
    this.#conversation = {
      id: this.#isChannel ? channelId : `a:webchat-${crypto.randomUUID()}`,
      conversationType: place,
      isGroup: this.#isChannel,
      tenantId: persona.tenantId,
    };
  }

  get id() {
    return this.#conversation.id;
  }

  /** The bot is added to a personal chat or a team, as Teams says it. */
  opening() {
    return this.#activity({ type: "conversationUpdate", membersAdded: this.#isChannel ? [this.#bot] : [this.#bot, this.#user] }, { eventType: "teamMemberAdded" });
  }

  /** The bot's Teams-like proof that it may speak later: with it, its address is stored. */
  installation() {
    return this.#activity({ type: "installationUpdate", action: "add" });
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

  #activity(content, channelEvent) {
    const team = { team: { id: channelId }, channel: { id: channelId } };
    return {
      ...content,
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      channelId: "webchat",
      from: this.#user,
      recipient: this.#bot,
      conversation: this.#conversation,
      serviceUrl: new URL("webchat/connector/", document.baseURI).href,
      channelData: { tenant: { id: this.#conversation.tenantId }, ...(this.#isChannel && { ...team, ...channelEvent }) },
      locale: "ja-JP",
      deliveryMode: "expectReplies",
    };
  }
}

/** Calls back with what the bot says outside of turns: the conversation's id and the activity. Never ends. */
export async function listen(conversationIds, onActivity) {
  const known = Object.fromEntries(conversationIds.map((id) => [id, 0]));
  for (;;) {
    try {
      const response = await fetch("webchat/messages", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(known), cache: "no-store" });
      if (!response.ok) throw new NoAnswer(reasonOf(response.status));
      for (const { conversation, number, activity } of (await response.json()).messages) {
        const [id] = conversation.split(";");
        known[id] = number;
        onActivity(id, activity);
      }
    } catch {
      // The service is gone for the moment: whoever writes is told so, and here it is tried again.
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    }
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
