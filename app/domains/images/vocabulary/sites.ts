/** A stock site: its URLs are `prefix`, the caption's slug, "-", the site's image id, `suffix`. */
export interface Site {
  readonly name: string;
  /** Out of 1,000. */
  readonly weight: number;
  /** Most bytes of the slug. */
  readonly slugLength: number;
  readonly prefix: string;
  readonly suffix: string;
}

/** In the order of their ids, from 1. */
export const SITES: readonly Site[] = [
  { name: "Getty", weight: 400, slugLength: 56, prefix: "https://www.gettyimages.com/detail/photo/", suffix: "" },
  { name: "Shutterstock", weight: 80, slugLength: 68, prefix: "https://www.shutterstock.com/image-photo/", suffix: "" },
  { name: "Adobe", weight: 80, slugLength: 60, prefix: "https://stock.adobe.com/images/photograph/", suffix: "" },
  { name: "iStock", weight: 80, slugLength: 54, prefix: "https://www.istockphoto.com/photo/pictures/", suffix: "" },
  { name: "Pexels", weight: 50, slugLength: 50, prefix: "https://www.pexels.com/photo/free-pictures/", suffix: "/" },
  { name: "Unsplash", weight: 50, slugLength: 48, prefix: "https://unsplash.com/photos/free-pictures/", suffix: "" },
  { name: "Pond5", weight: 20, slugLength: 62, prefix: "https://www.pond5.com/stock-images/photos/", suffix: ".html" },
  { name: "123rf", weight: 60, slugLength: 70, prefix: "https://www.123rf.com/stock-photos/photo_", suffix: ".html" },
  { name: "Alamy", weight: 70, slugLength: 72, prefix: "https://www.alamy.com/stock-photo/picture-", suffix: ".html" },
  { name: "VCG", weight: 40, slugLength: 46, prefix: "https://www.vcg.com/creative/photo/details/", suffix: "" },
  { name: "Picxy", weight: 10, slugLength: 58, prefix: "https://www.picxy.com/photo/stock-pictures/", suffix: "" },
  { name: "Pixerf", weight: 5, slugLength: 52, prefix: "https://www.pixerf.com/p/stock-photography/", suffix: "/" },
  { name: "ImagesBazaar", weight: 15, slugLength: 64, prefix: "https://www.imagesbazaar.com/images/photo/", suffix: "" },
  { name: "IndiaPicture", weight: 10, slugLength: 56, prefix: "https://www.indiapicture.in/stock-picture/", suffix: "" },
  { name: "Iwaria", weight: 5, slugLength: 48, prefix: "https://iwaria.com/photos/african-pictures/", suffix: "" },
  { name: "Nappy", weight: 10, slugLength: 44, prefix: "https://nappy.co/photo/beautiful-pictures/", suffix: "" },
  { name: "Picha", weight: 5, slugLength: 66, prefix: "https://www.picha.me/stock-image/pictures/", suffix: "" },
  { name: "Afripics", weight: 10, slugLength: 72, prefix: "https://www.afripics.com/image/collection/", suffix: "" },
];

/** No URL is longer, in bytes. */
export const MAX_URL_LENGTH = 131;
