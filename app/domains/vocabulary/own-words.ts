/** Lists that the library does not have, or not as tables hold them. */
// prettier-ignore
export const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  browser: ["Chrome", "Safari", "Edge", "Firefox", "Samsung Internet", "Opera"],
  department: [
    "Engineering", "Sales", "Marketing", "Customer Support", "Finance", "Human Resources", "Operations", "Product",
    "Legal", "IT", "Design", "Procurement", "Logistics", "Research",
  ],
  device: ["desktop", "mobile", "tablet", "tv", "wearable"],
  deviceModel: [
    "iPhone 15", "iPhone 14", "iPhone 13", "iPhone SE", "iPad Air", "iPad Pro", "Galaxy S24", "Galaxy S23",
    "Galaxy A54", "Galaxy Tab S9", "Pixel 8", "Pixel 7a", "OnePlus 12", "Xiaomi 14", "Redmi Note 13",
    "Moto G Power", "Surface Pro 9", "MacBook Air", "MacBook Pro", "ThinkPad X1", "XPS 13",
  ],
  cardBrand: ["Visa", "Mastercard", "American Express", "Discover", "Maestro", "JCB"],
  cloudRegion: [
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-central-1", "eu-north-1", "ap-south-1",
    "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1", "ca-central-1", "me-south-1", "af-south-1",
  ],
  determiner: ["the", "this", "that", "every", "each", "our", "your", "my", "one", "another"],
  eventName: [
    "page_view", "click", "scroll", "search", "view_item", "add_to_cart", "remove_from_cart", "begin_checkout",
    "purchase", "sign_up", "login", "logout", "share", "download", "video_start", "video_complete", "form_submit",
  ],
  httpMethod: ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"],
  locale: [
    "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "es-MX", "pt-BR", "it-IT", "nl-NL", "pl-PL", "sv-SE", "da-DK",
    "nb-NO", "fi-FI", "tr-TR", "ru-RU", "uk-UA", "cs-CZ", "ja-JP", "ko-KR", "zh-CN", "zh-TW", "hi-IN", "ar-SA",
  ],
  logLevel: ["info", "debug", "warn", "error", "trace", "fatal"],
  modal: ["can", "will", "may", "must", "should", "could", "would", "might"],
  os: ["Windows", "Android", "iOS", "macOS", "Linux", "ChromeOS"],
  paymentMethod: ["credit card", "debit card", "paypal", "apple pay", "google pay", "bank transfer", "invoice"],
  preposition: [
    "across", "after", "before", "behind", "beside", "beyond", "near", "over", "through", "under", "with", "without",
  ],
  status: ["active", "pending", "completed", "cancelled", "failed"],
  trafficSource: ["google", "direct", "newsletter", "facebook", "instagram", "bing", "linkedin", "youtube", "partner"],
};

/** The ends of hosts that RFC 2606 keeps free, so that no mail address or URL is a real one. */
export const HOST_ENDINGS = [".example", ".example.com", ".example.net", ".example.org"];

/** The networks that RFC 5737 keeps for documentation. */
export const NETWORKS = ["192.0.2.", "198.51.100.", "203.0.113."];

/** What user agents say of their system, and after it. */
// prettier-ignore
export const USER_AGENTS = {
  systems: [
    "Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux x86_64",
    "Linux; Android 14; Pixel 8", "Linux; Android 13; SM-S911B", "X11; CrOS x86_64 14541.0.0",
  ],
  chromeVersions: ["116", "118", "119", "120", "121", "122", "123", "124", "125", "126"],
  apple: [
    "(iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    "(iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    "(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
  ],
};
