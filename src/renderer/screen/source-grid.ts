import type { PickerStart, ShareableSource } from '../../shared/screen-picker.ts';

export type SourceGrid = {
  /** Shows these and no others; what is drawn already stays, and keeps the focus and the choice. */
  show(sources: readonly ShareableSource[]): void;
  clear(): void;
  /** The id of the one that is chosen. */
  chosen(): string | null;
};

type Words = Pick<PickerStart['words'], 'untitled' | 'noPreview'>;

/** One card a source, as radio buttons: one Tab comes to them, arrows choose. */
export function sourceGrid(place: HTMLElement, words: Words, onChange: () => void): SourceGrid {
  const cards = new Map<string, HTMLLabelElement>();
  const remove = (id: string): void => {
    cards.get(id)?.remove();
    cards.delete(id);
  };
  const draw = (id: string): HTMLLabelElement => {
    const card = document.createElement('label');
    card.className = 'source';
    const button = document.createElement('input');
    Object.assign(button, { type: 'radio', name: 'source', value: id });
    const preview = document.createElement('span');
    preview.className = 'source__preview';
    preview.ariaHidden = 'true';
    preview.append(words.noPreview);
    const name = document.createElement('span');
    name.className = 'source__name';
    card.append(button, preview, name);
    button.addEventListener('change', onChange);
    cards.set(id, card);
    place.append(card);
    return card;
  };
  const fill = (card: HTMLLabelElement, source: ShareableSource): void => {
    const name = card.querySelector('.source__name');
    const title = source.name.trim() || words.untitled;
    // Text that has not changed is not written again: a screen reader could say it again.
    if (name && name.textContent !== title) name.textContent = card.title = title;
    if (source.preview !== null) picture(card).src = source.preview;
  };
  /** What a window looked like before it was minimised is better than nothing: it is never taken away. */
  const picture = (card: HTMLLabelElement): HTMLImageElement => {
    const there = card.querySelector('img');
    if (there) return there;
    const made = document.createElement('img');
    made.alt = '';
    card.querySelector('.source__preview')?.replaceChildren(made);
    return made;
  };
  return {
    show(sources) {
      const now = new Set(sources.map(({ id }) => id));
      for (const id of cards.keys()) if (!now.has(id)) remove(id);
      for (const source of sources) fill(cards.get(source.id) ?? draw(source.id), source);
    },
    clear() {
      for (const id of cards.keys()) remove(id);
    },
    chosen: () => place.querySelector<HTMLInputElement>('input:checked')?.value ?? null,
  };
}
