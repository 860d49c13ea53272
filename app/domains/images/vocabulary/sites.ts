/** A stock site: its URLs are `prefix`, the caption's slug, `middle`, the site's image id, `suffix`. */
export interface Site {
  readonly name: string;
  /** Out of 1,000. */
  readonly weight: number;
  /** Most bytes of the slug. */
  readonly slugLength: number;
  readonly prefix: string;
  readonly middle: string;
  readonly suffix: string;
}

/** In the order of their ids, from 1. */
export const SITES: readonly Site[] = [
  { name: "getty", weight: 400, slugLength: 40, prefix: "https://www.gettyimages.com/detail/photo/", middle: "-royalty-free-image/", suffix: "" },
  { name: "shutterstock", weight: 80, slugLength: 48, prefix: "https://www.shutterstock.com/image-photo/", middle: "-stock-photo-", suffix: "" },
  { name: "adobe", weight: 80, slugLength: 44, prefix: "https://stock.adobe.com/images/photograph/", middle: "-photograph-image/", suffix: "" },
  { name: "istock", weight: 80, slugLength: 40, prefix: "https://www.istockphoto.com/photo/pictures/", middle: "-stock-photo-gm", suffix: "" },
  { name: "pexels", weight: 50, slugLength: 38, prefix: "https://www.pexels.com/photo/free-pictures/", middle: "-free-stock-photo-", suffix: "/" },
  { name: "unsplash", weight: 50, slugLength: 37, prefix: "https://unsplash.com/photos/free-pictures/", middle: "-free-stock-photo-", suffix: "" },
  { name: "pond5", weight: 20, slugLength: 45, prefix: "https://www.pond5.com/stock-images/photos/", middle: "-stock-photograph-", suffix: ".html" },
  { name: "123rf", weight: 60, slugLength: 49, prefix: "https://www.123rf.com/stock-photos/photo_", middle: "-royalty-free-image-", suffix: ".html" },
  { name: "alamy", weight: 70, slugLength: 48, prefix: "https://www.alamy.com/stock-photo/picture-", middle: "-stock-photo-image", suffix: ".html" },
  { name: "vcg", weight: 40, slugLength: 36, prefix: "https://www.vcg.com/creative/photo/details/", middle: "-creative-", suffix: "" },
  { name: "picxy", weight: 10, slugLength: 43, prefix: "https://www.picxy.com/photo/stock-pictures/", middle: "-stock-photo-", suffix: "" },
  { name: "pixerf", weight: 5, slugLength: 39, prefix: "https://www.pixerf.com/p/stock-photography/", middle: "-stock-photo-", suffix: "/" },
  { name: "imagesbazaar", weight: 15, slugLength: 46, prefix: "https://www.imagesbazaar.com/images/photo/", middle: "-indian-stock-photo-", suffix: "" },
  { name: "indiapicture", weight: 10, slugLength: 41, prefix: "https://www.indiapicture.in/stock-picture/", middle: "-stock-photograph-", suffix: "" },
  { name: "iwaria", weight: 5, slugLength: 37, prefix: "https://iwaria.com/photos/african-pictures/", middle: "-stock-photo-", suffix: "" },
  { name: "nappy", weight: 10, slugLength: 35, prefix: "https://nappy.co/photo/beautiful-pictures/", middle: "-free-photo-", suffix: "" },
  { name: "picha", weight: 5, slugLength: 48, prefix: "https://www.picha.me/stock-image/pictures/", middle: "-african-stock-photo-", suffix: "" },
  { name: "afripics", weight: 10, slugLength: 51, prefix: "https://www.afripics.com/image/collection/", middle: "-african-stock-photo-", suffix: "" },
];

/** No URL is longer, in bytes. */
export const MAX_URL_LENGTH = 131;
