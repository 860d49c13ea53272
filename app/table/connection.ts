/** How to reach a ClickHouse server over HTTP. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly useSsl: boolean;
}
