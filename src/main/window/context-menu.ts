import { clipboard, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { parseInvitationLink } from '../../shared/invitation-link.ts';
import type { Words } from '../../shared/words/words.ts';

/** The system's own right-click menu: « Copier le lien » on an invitation, editing where text is typed or selected. */
export function offerContextMenu(contents: WebContents, words: () => Words): void {
  contents.on('context-menu', (_event, { linkURL, isEditable, selectionText, editFlags }) => {
    const { copyLink, cut, copy, paste, selectAll } = words().menu;
    const items: MenuItemConstructorOptions[] = [];
    if (parseInvitationLink(linkURL).ok) {
      items.push({ label: copyLink, click: () => void clipboard.writeText(linkURL) });
    }
    if (isEditable) {
      items.push(
        { label: cut, role: 'cut', enabled: editFlags.canCut },
        { label: copy, role: 'copy', enabled: editFlags.canCopy },
        { label: paste, role: 'paste', enabled: editFlags.canPaste },
        { type: 'separator' },
        { label: selectAll, role: 'selectAll' },
      );
    } else if (selectionText !== '') items.push({ label: copy, role: 'copy' });
    if (items.length > 0) Menu.buildFromTemplate(items).popup();
  });
}
