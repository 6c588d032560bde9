import { lazy, useState, type ComponentType, type ReactNode } from 'react';

/**
 * A component whose code comes later, inside a Suspense. After `preload` it appears at once; React's own `lazy` would
 * still suspend the first time, and then hold the page back for up to 300 ms (FALLBACK_THROTTLE_MS, React 19.3).
 */
export function preloadable<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): { readonly Page: ComponentType<Props>; readonly preload: () => Promise<void> } {
  let loaded: ComponentType<Props> | null = null;
  const get = async (): Promise<ComponentType<Props>> => (loaded ??= await load());
  const Lazy = lazy(async () => ({ default: await get() }));
  function Page(props: Props): ReactNode {
    // Decided once: another component in the middle of its life would be another page, begun anew.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Lazy);
    return <Component {...props} />;
  }
  return { Page, preload: async () => void (await get()) };
}
