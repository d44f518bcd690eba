/** What the cleaning threads load: libs only, since Node runs this file as it is. */
export { chooseArticle as run } from '@newsmill/clean';
