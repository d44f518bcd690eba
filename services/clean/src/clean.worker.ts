/** What the cleaning threads load: libs only, since Node runs this file as it is. */
import { chooseArticle } from '@newsmill/clean';

export const run = chooseArticle;
