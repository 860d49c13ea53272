import { createReadStream, createWriteStream } from "node:fs";
import { open, rm, writeFile, type FileHandle } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { receiveBody, type BodyLimits } from "./body-stream";
import { ServerException } from "./server-exception";
import type { Spool } from "./spool";

/** A complete request body: in memory if it is small, else in a file. */
export class RequestBody {
  private constructor(
    readonly size: number,
    /** The whole body, or the first MiB or so of one that is in a file. */
    readonly head: Buffer,
    private file: string | undefined,
    private readonly spool: Spool,
  ) {}

  /** Of a request without one. */
  static none(spool: Spool): RequestBody {
    return new RequestBody(0, Buffer.alloc(0), undefined, spool);
  }

  /** Receives a body to its end. @throws as {@link receiveBody} */
  static async receive(
    request: IncomingMessage,
    framed: boolean,
    limits: BodyLimits,
    spool: Spool,
  ): Promise<RequestBody> {
    let size = 0;
    let head: Buffer = Buffer.alloc(0);
    let portions = 0;
    let path: string | undefined;
    let handle: FileHandle | undefined;
    try {
      await receiveBody(request, framed, limits, async (portion) => {
        const isFirst = portions === 0;
        portions += 1;
        for (const part of portion) size += part.length;
        if (isFirst) {
          head = Buffer.concat(portion);
          return;
        }
        if (handle === undefined) {
          path = spool.newFile();
          handle = await open(path, "wx", 0o600);
          await writeAll(handle, [head, ...portion]);
        } else await writeAll(handle, portion);
      });
      await handle?.close();
      return new RequestBody(size, head, path, spool);
    } catch (error) {
      await handle?.close().catch(() => undefined);
      if (path !== undefined) await rm(path, { force: true });
      throw error;
    }
  }

  /** The fields of a form. @throws ServerException where it is none, or has files */
  async form(contentType: string, maxBytes: number): Promise<URLSearchParams> {
    const fields = new URLSearchParams();
    const body = await this.text(maxBytes);
    const form = await new Response(Uint8Array.from(body), { headers: { "Content-Type": contentType } })
      .formData()
      .catch(() => {
        throw new ServerException(36, "The form in the body cannot be read (BAD_ARGUMENTS)");
      });
    for (const [name, value] of form) {
      if (typeof value !== "string")
        throw new ServerException(48, "External tables are not supported here (NOT_IMPLEMENTED)");
      fields.append(name, value);
    }
    return fields;
  }

  /** All of it, for a statement. @throws ServerException where it is longer than any statement may be */
  async text(maxBytes: number): Promise<Buffer> {
    if (this.file === undefined) return this.head;
    if (this.size > maxBytes) {
      throw new ServerException(
        229,
        `A statement of ${this.size} bytes is too large, at most ${maxBytes} are accepted (QUERY_IS_TOO_LARGE)`,
      );
    }
    const parts: Buffer[] = [];
    for await (const chunk of createReadStream(this.file)) parts.push(chunk as Buffer);
    return Buffer.concat(parts);
  }

  /** The path of a file with `prefix` and what follows the first `offset` bytes; it belongs to the body. */
  async fileFrom(offset: number, prefix: Buffer): Promise<string> {
    if (this.file !== undefined && offset === 0 && prefix.length === 0) return this.file;
    const rest = this.spool.newFile();
    try {
      if (this.file === undefined) {
        await writeFile(rest, Buffer.concat([prefix, this.head.subarray(offset)]), {
          flag: "wx",
          mode: 0o600,
        });
      } else {
        await writeFile(rest, prefix, { flag: "wx", mode: 0o600 });
        await pipeline(
          createReadStream(this.file, { start: offset }),
          createWriteStream(rest, { flags: "a" }),
        );
      }
    } catch (error) {
      await rm(rest, { force: true });
      throw error;
    }
    await this.dispose();
    this.file = rest;
    return rest;
  }

  /** Removes the file. */
  async dispose(): Promise<void> {
    if (this.file !== undefined) await rm(this.file, { force: true });
    this.file = undefined;
  }
}

/** A full disk may take a part only, and a body cut at the end of a row would pass for whole. */
async function writeAll(handle: FileHandle, parts: readonly Buffer[]): Promise<void> {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  const { bytesWritten } = await handle.writev(parts);
  if (bytesWritten !== bytes)
    throw new ServerException(243, "The disk took only part of the body (NOT_ENOUGH_SPACE)");
}
