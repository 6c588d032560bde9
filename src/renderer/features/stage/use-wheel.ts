import { useEffect, type RefObject } from 'react';

/**
 * Tells each turn of the wheel over the element, and where (0–1 of it). React listens passively, where nothing can keep the page
 * from scrolling.
 */
export function useWheel(
  of: RefObject<HTMLElement | null>,
  turned: (deltaY: number, at: { readonly x: number; readonly y: number }) => void,
): void {
  useEffect(() => {
    const element = of.current;
    const onWheel = (event: WheelEvent): void => {
      // With Ctrl it is the window's own zoom.
      if (event.ctrlKey || !element) return;
      event.preventDefault();
      const { left, top, width, height } = element.getBoundingClientRect();
      turned(event.deltaY, { x: (event.clientX - left) / width, y: (event.clientY - top) / height });
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  });
}
