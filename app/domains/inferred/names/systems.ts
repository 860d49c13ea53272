import type { Generator } from "../../spec/generator";
import { decimal, flag, identifier, mostly, template, weighted, whole } from "./generators";
import type { NameRule } from "./name-rule";

const KUBERNETES = ["k8s", "kubernetes", "kube", "pod", "cluster", "container"];
const REPOSITORIES = ["github", "git", "repo", "repository", "commit", "pull", "gitlab"];
const BRANCHES = mostly("main", "develop", "feature/login", "fix/timeouts", "release/2.4", "feature/export");

/** A map's keys and values that suit any of them. */
const mapOf = (keys: readonly string[], value: Generator): Generator => ({
  kind: "map",
  keys,
  value,
  min: 1,
  max: Math.min(keys.length, 4),
});

/** Of clusters, repositories, logs and pages. */
export const SYSTEMS: readonly NameRule[] = [
  {
    names: ["*namespace", "*k8s namespace"],
    text: mostly("default", "production", "kube-system", "staging", "monitoring", "payments"),
  },
  { names: ["*cluster", "*cluster name"], text: mostly("prod-eu-1", "prod-us-1", "staging-1", "dev-1") },
  { names: ["*node name", "*k8s node"], text: template("node-{1-40}") },
  { names: ["*container id"], text: identifier("hex", 12) },
  {
    names: ["*name"],
    tables: KUBERNETES,
    text: template("api-{hex8}-{hex4}"),
  },
  {
    names: ["*kind"],
    tables: KUBERNETES,
    text: weighted({ Pod: 64, Deployment: 10, ReplicaSet: 9, Job: 7, Node: 6, HorizontalPodAutoscaler: 4 }),
  },
  { names: ["*type"], tables: KUBERNETES, text: weighted({ Normal: 86, Warning: 14 }) },
  {
    names: ["*reason"],
    tables: KUBERNETES,
    text: weighted({
      Scheduled: 20,
      Pulled: 20,
      Created: 20,
      Started: 20,
      Killing: 8,
      Unhealthy: 6,
      BackOff: 4,
      FailedScheduling: 2,
    }),
  },
  {
    names: ["*millicores", "*cpu millicores", "*cpu request", "*cpu limit"],
    number: mostly(100, 250, 500, 50, 1_000, 2_000),
  },
  {
    names: ["*memory request bytes", "*memory limit bytes", "*memory request", "*memory limit"],
    number: mostly(268_435_456, 536_870_912, 134_217_728, 1_073_741_824, 2_147_483_648),
  },
  { names: ["*restart count", "*restarts", "*reopened count"], number: whole(0, 6, "exponential") },
  {
    names: ["*failed attempts", "*login attempts", "*failed login attempts", "*failures"],
    number: whole(0, 5, "exponential"),
  },
  {
    names: ["*event type", "*type"],
    tables: REPOSITORIES,
    text: weighted({
      PushEvent: 52,
      PullRequestEvent: 13,
      IssueCommentEvent: 10,
      WatchEvent: 9,
      CreateEvent: 8,
      IssuesEvent: 5,
      ForkEvent: 3,
    }),
  },
  {
    names: ["*action"],
    tables: REPOSITORIES,
    text: weighted({ opened: 42, closed: 34, created: 18, reopened: 6 }),
  },
  {
    names: ["*repo", "*repo name", "*repository", "*repository name"],
    text: template("{noun|slug}-labs/{adjective|slug}-{noun|slug}"),
  },
  {
    names: ["*ref", "*branch", "*branch name", "*head ref", "*base ref"],
    tables: REPOSITORIES,
    text: BRANCHES,
  },
  { names: ["*head ref", "*base ref", "*branch name", "*git ref", "*git branch"], text: BRANCHES },
  { names: ["*state"], tables: REPOSITORIES, text: weighted({ open: 58, closed: 42 }) },
  {
    names: ["*author association"],
    text: weighted({ NONE: 48, CONTRIBUTOR: 28, MEMBER: 18, OWNER: 6 }),
  },
  { names: ["*sha"], text: identifier("hex", 40) },
  {
    names: ["*additions", "*deletions", "*lines added", "*lines removed"],
    number: whole(0, 2_400, "lognormal"),
  },
  { names: ["*commits", "*changed files", "*files changed"], number: whole(1, 40, "exponential") },
  { names: ["*forks", "*stargazers", "*watchers"], number: whole(0, 9_000, "exponential") },
  {
    names: [
      "*merged",
      "*bounce",
      "*conversion",
      "*breached",
      "*failed",
      "*clicked",
      "*opened",
      "*unsubscribed",
      "*churned",
    ],
    boolean: flag(0.14),
  },
  { names: ["*remote user"], text: weighted({ "-": 96, admin: 3, deploy: 1 }) },
  { names: ["*ssl protocol", "*tls version"], text: weighted({ "TLSv1.3": 82, "TLSv1.2": 18 }) },
  { names: ["*server protocol"], text: weighted({ "HTTP/2.0": 66, "HTTP/1.1": 34 }) },
  {
    names: ["*request time", "*response time", "*upstream response time"],
    tables: ["nginx", "access"],
    number: decimal(0.001, 4, 3, "lognormal"),
  },
  {
    names: ["*metadata", "*properties", "*payload", "*attributes", "*context", "*extra data", "*raw"],
    text: template('{{"source":"{word|slug}","attempt":{1-3},"ok":true}}'),
  },
  {
    names: ["*error type", "*exception type", "*error class", "*exception class"],
    text: mostly("TimeoutError", "ValidationError", "ConnectionError", "NotFoundError", "PermissionError"),
  },
  {
    names: ["*logger name", "*logger class"],
    text: mostly("com.shop.orders", "com.shop.payments", "com.shop.auth", "com.shop.search", "com.shop.mail"),
  },
  {
    names: ["*severity number"],
    number: { kind: "choice", values: [9, 5, 13, 17], weights: [74, 14, 8, 4] },
  },
  { names: ["*thread", "*thread name"], text: template("http-worker-{1-32}") },
  { names: ["*op", "*operation type", "*cdc operation"], text: weighted({ u: 58, c: 34, d: 5, r: 3 }) },
  { names: ["*lsn", "*scn", "*binlog position"], number: whole(1_000_000_000, 9_999_999_999) },
  { names: ["*scroll depth", "*scroll percent"], number: whole(0, 100) },
  {
    names: ["*page title", "*screen title"],
    text: mostly("Home", "Products", "Pricing", "Cart", "Search", "Sign in"),
  },
  { names: ["*browser version"], text: template("{118-126}.0.{1000-6999}.{10-250}") },
  { names: ["*os version", "*system version"], text: template("{11-17}.{0-6}") },
  {
    names: ["*screen width", "*viewport width", "*window width"],
    number: mostly(1_920, 390, 1_366, 1_440, 412, 2_560, 768),
  },
  {
    names: ["*screen height", "*viewport height", "*window height"],
    number: mostly(1_080, 844, 768, 900, 915, 1_440, 1_024),
  },
  {
    names: ["*screen resolution", "*resolution"],
    tables: ["session", "event", "visit", "view", "device", "page"],
    text: mostly("1920x1080", "390x844", "1366x768", "1440x900", "412x915", "2560x1440", "768x1024"),
  },
  {
    names: ["*properties", "*params", "*event properties", "*event params", "*metadata", "*context"],
    map: mapOf(
      ["section", "button", "variant", "list", "campaign"],
      mostly("header", "footer", "spring", "hero", "b"),
    ),
  },
  {
    names: ["*attributes", "*resource attributes", "*log attributes", "*span attributes"],
    map: mapOf(
      ["host.name", "k8s.pod.name", "service.instance.id", "container.name"],
      template("api-{hex8}-{hex4}"),
    ),
  },
  {
    names: ["*labels", "*tags", "*annotations", "*dimensions"],
    map: mapOf(
      ["app", "team", "component", "owner"],
      mostly("checkout", "payments", "search", "web", "platform"),
    ),
  },
  {
    names: ["*headers"],
    map: mapOf(["accept", "content-type", "x-format"], mostly("application/json", "text/html", "*/*")),
  },
];
