import { nameWords, singular } from "../names/name-words";
import { columnsNamed, isText, type Pair } from "./pair";
import { grouped } from "./grouped";

type Ticket = readonly [weight: number, category: string, subject: string, body: string];

/** What people write to a desk. */
const TICKETS: readonly Ticket[] = [
  [
    9,
    "login",
    "Can't log in after password reset",
    "Since yesterday I get an error each time I sign in. Could you have a look?",
  ],
  [
    6,
    "login",
    "Two-factor code is not sent",
    "I wait for the code, but no message arrives. My number has not changed.",
  ],
  [5, "login", "Reset link has expired", "The reset link in the mail had expired before it arrived."],
  [
    8,
    "billing",
    "Invoice shows the wrong amount",
    "The invoice lists five seats, but we have had three since March.",
  ],
  [
    7,
    "billing",
    "Charged twice this month",
    "I was charged twice for the same order. Please refund one of the payments.",
  ],
  [
    4,
    "billing",
    "Change of billing address",
    "We moved offices. Please use the new address from the next invoice on.",
  ],
  [
    10,
    "shipping",
    "Order has not arrived",
    "The parcel was due on Monday, and the tracking page has not changed since.",
  ],
  [6, "shipping", "Missing item in my delivery", "One of the three items was missing from the box."],
  [
    6,
    "refund",
    "Refund for a returned item",
    "I sent the jacket back two weeks ago and have not heard anything since.",
  ],
  [
    4,
    "refund",
    "Discount code does not work",
    "The code from your newsletter is not accepted at the checkout.",
  ],
  [7, "product", "App crashes on start", "The app closes right after the splash screen on my phone."],
  [6, "product", "Dashboard is slow", "It takes about twenty seconds until the first chart is there."],
  [5, "product", "Search finds nothing", "I search for the exact name of a document, and get no results."],
  [
    5,
    "product",
    "Webhook calls fail with 401",
    "I followed the guide, but the webhook still answers with 401.",
  ],
  [
    6,
    "account",
    "How do I export my data?",
    "The export stops at 10,000 rows. Is there a limit that I can raise?",
  ],
  [
    4,
    "account",
    "Question about the pro plan",
    "Could you tell me what the difference between the two plans is?",
  ],
  [3, "account", "Please delete my account", "I no longer use the service. Please confirm when it is done."],
];

const DESKS = new Set(["ticket", "issue", "case", "support", "complaint", "helpdesk"]);

/** Subject, body and category of one ticket. */
export const tickets: Pair = (columns, _, table) => {
  if (!nameWords(table).some((word) => DESKS.has(singular(word)))) return { columns: {} };
  const texts = columns.filter(isText);
  const parts = [
    [["*category", "*topic"], ([, category]: Ticket) => category],
    [["*subject", "*title", "*summary"], ([, , subject]: Ticket) => subject],
    [["*body", "*description", "*message", "*content", "*text"], ([, , , body]: Ticket) => body],
  ] as const;
  const found = parts.flatMap(([names, part]) => {
    const [column] = columnsNamed(texts, names);
    return column ? [[column.name, part] as const] : [];
  });
  return found.length === 0
    ? { columns: {} }
    : grouped("ticket", "one ticket's", TICKETS, Object.fromEntries(found));
};
