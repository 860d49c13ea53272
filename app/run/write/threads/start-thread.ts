import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Domain } from "../../../rows/domain";

/**
 * Starts a thread that makes rows, before it is known which; it loads what it needs meanwhile. It does not keep
 * the process alive.
 * @param domain source of the one whose rows it will most likely make; `undefined` where that is open
 */
export function startThread(domain: Domain["source"] | undefined): Worker {
  const worker = new Worker(path.join(__dirname, "batch-thread.js"), { workerData: domain, execArgv: [] });
  worker.unref();
  return worker;
}
