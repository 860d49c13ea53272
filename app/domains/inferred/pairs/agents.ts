import type { Generator, Scalar } from "../../spec/generator";
import { template } from "../names/generators";
import { columnsNamed, isText, type Pair } from "./pair";
import { grouped } from "./grouped";

type Agent = [
  weight: number,
  browser: string,
  os: string,
  device: string,
  platform: string,
  userAgent: string,
];

const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{118-126}.0.0.0";
const SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.{0-5}";

/** With what people visit. */
const AGENTS: readonly Agent[] = [
  [
    26,
    "Chrome",
    "Windows",
    "desktop",
    "web",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`,
  ],
  [
    24,
    "Chrome",
    "Android",
    "mobile",
    "android",
    `Mozilla/5.0 (Linux; Android 1{2-4}; Pixel {6-8}) ${CHROME} Mobile Safari/537.36`,
  ],
  [
    17,
    "Safari",
    "iOS",
    "mobile",
    "ios",
    `Mozilla/5.0 (iPhone; CPU iPhone OS 17_{0-5} like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
  ],
  [
    9,
    "Chrome",
    "macOS",
    "desktop",
    "web",
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${CHROME} Safari/537.36`,
  ],
  [
    6,
    "Safari",
    "macOS",
    "desktop",
    "web",
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${SAFARI} Safari/605.1.15`,
  ],
  [
    6,
    "Edge",
    "Windows",
    "desktop",
    "web",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/{118-126}.0.0.0`,
  ],
  [
    4,
    "Firefox",
    "Windows",
    "desktop",
    "web",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:12{0-6}.0) Gecko/20100101 Firefox/12{0-6}.0",
  ],
  [
    3,
    "Safari",
    "iOS",
    "tablet",
    "ios",
    `Mozilla/5.0 (iPad; CPU OS 17_{0-5} like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
  ],
  [
    3,
    "Samsung Internet",
    "Android",
    "mobile",
    "android",
    `Mozilla/5.0 (Linux; Android 1{3-4}; SM-S91{1-8}B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/2{2-5}.0 Chrome/{115-121}.0.0.0 Mobile Safari/537.36`,
  ],
  [
    2,
    "Firefox",
    "Linux",
    "desktop",
    "web",
    "Mozilla/5.0 (X11; Linux x86_64; rv:12{0-6}.0) Gecko/20100101 Firefox/12{0-6}.0",
  ],
];

const PARTS: readonly (readonly [names: readonly string[], value: (agent: Agent) => Scalar | Generator])[] = [
  [["*browser", "*browser name"], ([, browser]) => browser],
  [["*os", "*os name", "*operating system"], ([, , os]) => os],
  [["*device type", "*device category", "device"], ([, , , device]) => device],
  [["platform"], ([, , , , platform]) => platform],
  [["*user agent", "ua"], ([, , , , , userAgent]) => template(userAgent)],
];

/** Browser, system, device and user agent of one visitor: two of them at least. */
export const agents: Pair = (columns) => {
  const texts = columns.filter(isText);
  const parts = PARTS.flatMap(([names, value]) => {
    const [column] = columnsNamed(texts, names);
    return column ? [[column.name, value] as const] : [];
  });
  return parts.length < 2
    ? { columns: {} }
    : grouped("agent", "one visitor's", AGENTS, Object.fromEntries(parts));
};
