import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createFakeMedia } from '../../src/service/testing/fake-media.ts';
import { createMemoryStore } from '../../src/service/meetings/store/memory-store.ts';
import { emptySnapshot } from '../../src/service/meetings/store/snapshot.ts';
import { createMonitoring } from '../../src/service/operation/monitoring.ts';
import { root } from '../app/build.ts';
import { resolvePromtool } from '../runtimes/promtool.ts';
import { openGuard, type Guard } from '../supervision/guard.ts';
import { run } from '../supervision/run.ts';
import { deployDirectory } from './fill.ts';
import { faults } from './testing/faults.ts';

type Rule = {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: Record<string, string>;
};

const file = path.join(deployDirectory, 'alerts.yml');
let rules: Rule[];
let program: string;
let guard: Guard;
let directory: string;
beforeAll(async () => {
  program = await resolvePromtool({ log: () => undefined });
  const read = parse(await readFile(file, 'utf8')) as { groups: { rules: Rule[] }[] };
  rules = read.groups.flatMap((group) => group.rules);
  guard = openGuard();
  directory = await mkdtemp(path.join(tmpdir(), 'visio-alerts-'));
}, 300_000);
afterAll(async () => {
  await guard.close();
  await rm(directory, { recursive: true, force: true });
});
const promtool = (...args: readonly string[]) => run(guard, program, args, { timeoutMs: 60_000 });

test('Prometheus accepts the rules', async () => {
  const checked = await promtool('check', 'rules', '--lint-fatal', file);
  expect(checked).toMatchObject({ code: 0, stderr: '' });
});

test('each fault raises its own alert, and a service that is well none', async () => {
  const tests = Object.entries(faults).map(([alertname, { at, series, labels = {} }]) => {
    const { severity = '' } = rules.find(({ alert }) => alert === alertname)?.labels ?? {};
    return {
      interval: '15s',
      input_series: series.map(([name, values]) => ({ series: name, values })),
      alert_rule_test: rules.map(({ alert }) => ({
        eval_time: at,
        alertname: alert,
        exp_alerts: alert === alertname ? [{ exp_labels: { ...labels, severity } }] : undefined,
      })),
    };
  });
  // Annotations hold figures; that they are there is seen below.
  const silent = rules.map(({ annotations: _said, ...rule }) => rule);
  const names = { rules: path.join(directory, 'rules.yml'), tests: path.join(directory, 'tests.yml') };
  await writeFile(names.rules, JSON.stringify({ groups: [{ name: 'visio-agents', rules: silent }] }));
  await writeFile(
    names.tests,
    JSON.stringify({ rule_files: [names.rules], evaluation_interval: '15s', tests }),
  );
  const tested = await promtool('test', 'rules', names.tests);
  // What is wrong stands in stderr, with what was to be and what was.
  expect(tested).toMatchObject({ code: 0, stderr: '' });
  expect(
    Object.keys(faults)
      .filter((name) => name !== 'none')
      .toSorted(),
  ).toEqual(rules.map(({ alert }) => alert).toSorted());
});

test('each alert has its paragraph in the runbook, and each paragraph its alert', async () => {
  const text = await readFile(path.join(root, 'docs/operation.md'), 'utf8');
  const runbook = text.slice(text.indexOf('\n## Runbook\n'));
  const paragraphs = [...runbook.matchAll(/^### (\w+)$/gm)].map(([, name = '']) => name);
  expect(paragraphs.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
  for (const { alert, annotations } of rules) {
    expect(annotations['runbook']).toBe(`docs/operation.md#${alert.toLowerCase()}`);
    expect(annotations['summary']).toMatch(/\.$/);
  }
});

test('every metric that a rule or the documentation names is one that the service has', async () => {
  const { monitoring } = createMonitoring({
    store: createMemoryStore({ start: emptySnapshot, clock: () => 0 }),
    media: createFakeMedia(),
    maxMeetings: 1,
    monotonic: () => 0,
  });
  const known = new Set(monitoring.metrics.registry.getMetricsAsArray().map(({ name }) => name));
  const text = await readFile(path.join(root, 'docs/operation.md'), 'utf8');
  const named = [
    ...`${text} ${rules.map(({ expr }) => expr).join(' ')}`.matchAll(/\b(?:visio|process|nodejs)_[a-z_]+\b/g),
  ];
  expect(named.length).toBeGreaterThan(rules.length);
  const unknown = named
    .map(([name]) => name.replace(/_(?:bucket|sum|count)$/, ''))
    .filter((name) => !known.has(name));
  expect(unknown).toEqual([]);
});
