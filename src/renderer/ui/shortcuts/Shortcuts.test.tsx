import { expect, test, vi } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { Dialog } from '../Dialog.tsx';
import { useShortcut } from './Shortcuts.tsx';

function Meeting({ toggle }: { readonly toggle: () => void }): null {
  useShortcut('microphone', { press: toggle });
  return null;
}

test('behind a dialog that nobody in the meeting opened, its keys do nothing until it is closed', async () => {
  const toggle = vi.fn<() => void>();
  const { user, rerender } = renderPage(<Meeting toggle={toggle} />);
  rerender(
    <>
      <Meeting toggle={toggle} />
      <Dialog title="Connexion en cours" onClose={() => undefined}>
        <p />
      </Dialog>
    </>,
  );
  await user.keyboard('{Control>}d{/Control}');
  expect(toggle).not.toHaveBeenCalled();
  rerender(<Meeting toggle={toggle} />);
  await user.keyboard('{Control>}d{/Control}');
  expect(toggle).toHaveBeenCalledOnce();
});
