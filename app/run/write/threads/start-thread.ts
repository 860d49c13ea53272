import path from "node:path";
import { Worker } from "node:worker_threads";

/**
 * Starts a thread that makes rows, before it is known which; it loads what it needs meanwhile. It does not keep
 * the process alive.
 * @param domain name of the domain
 */
export function startThread(domain: string): Worker {
  const worker = new Worker(path.join(__dirname, "batch-thread.js"), { workerData: domain, execArgv: [] });
  worker.unref();
  return worker;
}
