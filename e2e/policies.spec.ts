import { expect, test as base } from './fixtures.ts';
import { checkoutProgram } from './support/app/app-program.ts';
import { launchApp, type AppOptions, type RunningApp } from './support/app/launch-app.ts';
import { onManagedMachine } from './support/system/managed-machine.ts';

type Managed = {
  /** Starts the app where an administrator put these files; nothing else tells it of its service. */
  readonly launchManaged: (
    policies: Readonly<Record<string, object | string | Buffer>>,
    options?: AppOptions,
  ) => Promise<RunningApp>;
};

const test = base.extend<Managed>({
  launchManaged: async ({ guard, electronRuntime }, provide) => {
    expect(process.getuid?.(), 'run the tests of policies as root').toBe(0);
    const running: RunningApp[] = [];
    await provide(async (policies, options) => {
      const files = Object.entries(policies).map(([name, content]) => [
        name,
        typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
      ]);
      const program = checkoutProgram(electronRuntime);
      const managed = await onManagedMachine(
        program,
        Object.fromEntries(files) as Record<string, string | Buffer>,
        guard,
      );
      const app = await launchApp({ program: managed, serverUrl: '', guard }, options);
      running.push(app);
      return app;
    });
    await Promise.all(running.map((app) => app.close()));
  },
});

test('the files of the administrator name the service and the language, and a broken one takes nothing along', async ({
  stack,
  launchManaged,
}) => {
  const { page } = await launchManaged({
    '10-ministry.json': { server: 'https://visio.invalid', language: 'en' },
    '15-broken.json': '{ "language": ',
    '20-school.json': { server: stack.serviceUrl },
  });
  // The home page of a service that answers, in English.
  await expect(page.getByRole('button', { name: 'Open a temporary meeting' })).toBeEnabled();
  await expect(page.getByText('Service provided by')).toBeVisible();
});

test('the machine wins over the environment', async ({ stack, launchManaged }) => {
  const { page } = await launchManaged(
    { 'server.json': { server: stack.serviceUrl } },
    { env: { VISIO_SERVER_URL: 'https://visio.invalid' } },
  );
  await page.getByRole('button', { name: 'Ouvrir une réunion temporaire' }).click();
  await expect(page.getByRole('dialog', { name: 'Comment désirez-vous rejoindre la réunion' })).toBeVisible();
});

test('where the administrator names the service, a link to a stranger is refused without a question', async ({
  stack,
  launchManaged,
}) => {
  const link = `visio-agents://visio.stranger.example/r/${'A'.repeat(30)}`;
  const { page } = await launchManaged({ 'server.json': { server: stack.serviceUrl } }, { link });
  await expect(
    page.getByRole('heading', { name: "Ce lien mène à un service que cette application n'utilise pas." }),
  ).toBeVisible();
});

test('what the administrator decided is locked on the settings page, what they wrote wrong is told there, the rest is the user’s', async ({
  stack,
  launchManaged,
}) => {
  const { page } = await launchManaged({
    '10-ministry.json': { server: stack.serviceUrl, language: 'fr', screenShare: false, updates: 'never' },
    '15-broken.json': '{ "language": ',
  });
  await page.getByRole('button', { name: 'Réglages' }).click();
  await expect(page.getByRole('combobox', { name: /^Langue/ })).toBeDisabled();
  await expect(page.getByText('Réglage géré par votre administration')).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Changer de service' })).toHaveCount(0);
  const told = page.getByRole('listitem');
  await expect(told.getByText('/etc/visio-agents/policies/15-broken.json')).toBeVisible();
  await expect(told.getByText('Réglage de votre administration incorrect')).toHaveText(/updates/);
  await page.getByRole('combobox', { name: /^Nouvelles versions/ }).selectOption('off');
  await expect(page.getByRole('combobox', { name: /^Nouvelles versions/ })).toHaveValue('off');
});

test(
  'a file that an editor of Windows wrote is read whole, and what is no JSON in UTF-8 is told with its line',
  { tag: '@long' },
  async ({ stack, launchManaged }) => {
    const { page } = await launchManaged({
      '10-mark.json': `\ufeff${JSON.stringify({ server: stack.serviceUrl, helpDeskName: 'Assistance académique' })}`,
      '20-latin1.json': Buffer.from('{\n\n  "helpDeskName": "académique"\n}', 'latin1'),
      '30-comment.json': '{\n  // pour tous\n  "updates": "off"\n}',
      '40-utf16.json': Buffer.from('\ufeff{ "updates": "off" }', 'utf16le'),
    });
    await page.getByRole('button', { name: 'Réglages' }).click();
    const told = page.getByRole('listitem');
    await expect(told.getByText(/20-latin1\.json n'est pas du JSON en UTF-8.*, ligne 3\./)).toBeVisible();
    await expect(told.getByText(/30-comment\.json n'est pas du JSON en UTF-8.*, ligne 2\./)).toBeVisible();
    await expect(told.getByText(/40-utf16\.json n'est pas du JSON en UTF-8.*, ligne 1\./)).toBeVisible();
    await expect(page.getByText('Assistance académique').first()).toBeVisible();
    await expect(page.getByText('acad\ufffdmique')).toHaveCount(0);
  },
);
