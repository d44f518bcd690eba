import { addCopyButtons } from './copy-buttons.ts';
import { searchWhileTyping } from './search-while-typing.ts';
import { switchTheme } from './switch-theme.ts';

// Everything here adds comfort to pages that work without it.
switchTheme();
searchWhileTyping();
addCopyButtons(document);
