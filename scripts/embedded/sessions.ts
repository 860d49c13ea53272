import { ServerException } from "./server-exception";

/** Seconds that a session outlives its last request, where the request does not say; and at most. */
const TIMEOUT = 60;
const LONGEST_TIMEOUT = 3600;

/** What a request says about its session. */
export interface SessionRequest {
  readonly id: string;
  readonly timeoutSeconds: number;
  /** The session must be there already. */
  readonly mustExist: boolean;
  /** It ends with this request. */
  readonly closes: boolean;
}

/** @throws ServerException for a timeout that is none; `undefined` where the request has no session */
export function sessionRequest(parameters: URLSearchParams): SessionRequest | undefined {
  const id = parameters.get("session_id") ?? "";
  if (id === "") return undefined;
  const timeoutSeconds = Number(parameters.get("session_timeout") ?? TIMEOUT);
  if (!(timeoutSeconds >= 0 && timeoutSeconds <= LONGEST_TIMEOUT))
    throw new ServerException(
      374,
      `Session timeout '${parameters.get("session_timeout")}' is not from 0 to ${LONGEST_TIMEOUT} (INVALID_SESSION_TIMEOUT)`,
    );
  return {
    id,
    timeoutSeconds,
    mustExist: parameters.get("session_check") === "1",
    closes: parameters.get("close_session") === "1",
  };
}

interface Session {
  readonly connection: object;
  busy: boolean;
  timer: NodeJS.Timeout | undefined;
}

/** The connections of sessions, which keep temporary tables, settings and the database between requests. */
export class Sessions {
  private readonly sessions = new Map<string, Session>();

  constructor(
    private readonly open: () => object,
    private readonly close: (connection: object) => void,
  ) {}

  /** The session's connection, until it is given back. @throws ServerException */
  take({ id, mustExist }: SessionRequest): object {
    const found = this.sessions.get(id);
    if (found === undefined && mustExist)
      throw new ServerException(372, `Session ${id} not found (SESSION_NOT_FOUND)`, 404);
    if (found?.busy === true)
      throw new ServerException(373, `Session ${id} is locked by a concurrent client (SESSION_IS_LOCKED)`);
    const session = found ?? { connection: this.open(), busy: true, timer: undefined };
    clearTimeout(session.timer);
    session.busy = true;
    this.sessions.set(id, session);
    return session.connection;
  }

  giveBack({ id, timeoutSeconds, closes }: SessionRequest): void {
    const session = this.sessions.get(id)!;
    session.busy = false;
    if (closes) this.end(id);
    else session.timer = setTimeout(() => this.end(id), timeoutSeconds * 1000).unref();
  }

  /** To be called when none is in use. */
  endAll(): void {
    for (const id of [...this.sessions.keys()]) this.end(id);
  }

  private end(id: string): void {
    const session = this.sessions.get(id)!;
    clearTimeout(session.timer);
    this.sessions.delete(id);
    this.close(session.connection);
  }
}
