"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { at, onExit, readIfThere, say } = require("./helpers");

const LOCK = at(".data-faker", "bootstrap.lock");

/** Runs `work` while no other process does; whoever waits finds it done. */
async function withLock(work) {
  fs.mkdirSync(path.dirname(LOCK), { recursive: true });
  let waited = false;
  while (!takeLock()) {
    if (!waited) say("Another process installs or compiles here; waiting for it...");
    waited = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    await work();
  } finally {
    releaseLock();
  }
}

function takeLock() {
  try {
    // A link appears with its content, so no one reads a lock without an owner.
    const own = `${LOCK}.${process.pid}`;
    fs.writeFileSync(own, String(process.pid));
    try {
      fs.linkSync(own, LOCK);
    } finally {
      fs.rmSync(own, { force: true });
    }
    onExit(releaseLock);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const owner = Number(readIfThere(LOCK));
  if (owner > 0 && !isAlive(owner) && Number(readIfThere(LOCK)) === owner) fs.rmSync(LOCK, { force: true });
  return false;
}

function releaseLock() {
  fs.rmSync(LOCK, { force: true });
  onExit(undefined);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

module.exports = { withLock };
