import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Bridge } from '../../bridge.ts';
import { BridgeContext } from '../../bridge-context.ts';
import { MeetingContext } from '../meeting/meeting-context.ts';
import { createNavigationStore } from '../../ui/navigation/navigation-store.ts';
import { createMeetingStore } from '../meeting/meeting-store.ts';
import { ServiceContext } from '../settings/service-context.ts';
import { createServiceStore } from '../settings/service-store.ts';
import { NameForm } from './NameForm.tsx';

// Nothing is asked of it until somebody clicks.
const bridge = {} as Bridge;
const meeting = createMeetingStore({ bridge, now: () => 0, navigation: createNavigationStore() });
const service = createServiceStore(bridge, { getItem: () => null, setItem: () => undefined });
const descriptionOn = (isOwnServer: boolean): string => {
  const shown = renderToStaticMarkup(
    <BridgeContext value={bridge}>
      <MeetingContext value={meeting}>
        <ServiceContext value={service}>
          <NameForm
            rememberedName=""
            isOwnServer={isOwnServer}
            serviceId="whose-service"
            sent={false}
            onName={() => undefined}
          />
        </ServiceContext>
      </MeetingContext>
    </BridgeContext>,
  );
  return /aria-describedby="([^"]+)"/.exec(shown)?.[1] ?? '';
};

test('the name field, which has the focus, says whose service it is where that is not the own one', () => {
  expect(descriptionOn(false).split(' ')[0]).toBe('whose-service');
  expect(descriptionOn(true)).not.toContain('whose-service');
});
