import { addCopyButtons } from './copy-buttons.ts';
import { chooseSpans } from './choose-span.ts';
import { completeWhileTyping } from './complete-while-typing.ts';
import { fileIntoText } from './file-into-text.ts';
import { goByKeys } from './go-by-keys.ts';
import { insertHints } from './insert-hints.ts';
import { searchWhileTyping } from './search-while-typing.ts';
import { switchTheme } from './switch-theme.ts';

// Everything here adds comfort to pages that work without it.
switchTheme();
searchWhileTyping((results) => {
  addCopyButtons(results);
  chooseSpans(document);
});
completeWhileTyping();
insertHints();
goByKeys();
addCopyButtons(document);
chooseSpans(document);
fileIntoText(document);
