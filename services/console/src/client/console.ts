import { addCopyButtons } from './copy-buttons.ts';
import { completeWhileTyping } from './complete-while-typing.ts';
import { fileIntoText } from './file-into-text.ts';
import { searchWhileTyping } from './search-while-typing.ts';
import { switchTheme } from './switch-theme.ts';

// Everything here adds comfort to pages that work without it.
switchTheme();
searchWhileTyping();
completeWhileTyping();
addCopyButtons(document);
fileIntoText(document);
