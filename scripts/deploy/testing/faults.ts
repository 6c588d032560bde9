type Fault = {
  /** When the alert is to be raised. */
  readonly at: string;
  /** What is collected every 15 s, in promtool's notation. */
  readonly series: readonly (readonly [name: string, values: string])[];
  /** Labels of the alert, beside its severity. */
  readonly labels?: Readonly<Record<string, string>>;
};

const a = 'instance="a"';
const job = `job="visio-service",${a}`;
/** A service that is well, so that nothing but the fault raises an alert. */
const well = {
  up: [`up{${job}}`, '1x80'],
  store: [`visio_store_up{${a}}`, '1x80'],
  open: [`visio_meetings_open{${a}}`, '10x80'],
  allowed: [`visio_meetings_allowed{${a}}`, '100x80'],
  overdue: [`visio_looks_overdue_seconds{${a}}`, '0x80'],
  drift: [`visio_clock_drift_seconds{${a}}`, '0x80'],
  shift: [`visio_store_clock_shift_seconds{${a}}`, '0x80'],
  livekit: [`visio_livekit_request_seconds_count{${a},call="listRooms"}`, '0+15x80'],
  livekitFast: [`visio_livekit_request_seconds_bucket{${a},call="listRooms",le="0.01"}`, '0+15x80'],
  livekitAll: [`visio_livekit_request_seconds_bucket{${a},call="listRooms",le="+Inf"}`, '0+15x80'],
  livekitFailures: [`visio_livekit_failures_total{${a},call="listRooms"}`, '0x80'],
  fast: [`visio_request_seconds_bucket{${a},route="/api/v1/meetings",le="0.01"}`, '0+15x80'],
  all: [`visio_request_seconds_bucket{${a},route="/api/v1/meetings",le="+Inf"}`, '0+15x80'],
  errors: [`visio_refusals_total{${a},route="/api/v1/meetings",failure="service-error"}`, '0x80'],
  busy: [`visio_refusals_total{${a},route="/api/v1/meetings",failure="service-busy"}`, '0x80'],
  opened: [`visio_audited_total{${a},event="opened"}`, '0+1x80'],
  audit: [`visio_audit_failures_total{${a}}`, '0x80'],
  memory: [`process_resident_memory_bytes{${job}}`, '200000000x80'],
  started: [`process_start_time_seconds{${job}}`, '1000x80'],
} as const satisfies Record<string, readonly [string, string]>;

/** The same service but for these series. */
const but = (
  changed: { readonly [K in keyof typeof well]?: string },
  more: Fault['series'] = [],
): Fault['series'] => [
  ...Object.entries(well).map(
    ([key, [name, values]]) => [name, changed[key as keyof typeof well] ?? values] as const,
  ),
  ...more,
];

const jobLabels = { job: 'visio-service', instance: 'a' };
const instance = { instance: 'a' };
const refused = (failure: string) =>
  `visio_refusals_total{${a},route="/api/v1/meetings",failure="${failure}"}`;

/** What each alert is for; under `none` nothing is wrong. */
export const faults: Readonly<Record<string, Fault>> = {
  none: { at: '20m', series: but({}) },
  VisioInstanceDown: {
    at: '2m',
    series: but({}, [['up{job="visio-service",instance="b"}', '0x80']]),
    labels: { job: 'visio-service', instance: 'b' },
  },
  VisioNoInstance: { at: '45s', series: but({ up: '0x80' }) },
  VisioRestarts: { at: '10m', series: but({ started: '1000+60x80' }), labels: jobLabels },
  VisioMediaNodeDown: {
    at: '2m',
    series: but({}, [['up{job="visio-livekit",instance="m"}', '0x80']]),
    labels: { job: 'visio-livekit', instance: 'm' },
  },
  VisioStoreUnreachable: { at: '1m', series: but({ store: '0x80' }), labels: instance },
  VisioLivekitFails: { at: '5m', series: but({ livekitFailures: '0+12x80' }), labels: instance },
  VisioLivekitSlow: {
    at: '10m',
    series: but({ livekitFast: '0x80' }, [
      [`visio_livekit_request_seconds_bucket{${a},call="listRooms",le="5"}`, '0+15x80'],
    ]),
    labels: instance,
  },
  VisioWebhooksDropped: {
    at: '12m',
    series: but({}, [[`visio_webhooks_dropped_total{${a},reason="late"}`, '0+1x80']]),
    labels: { ...instance, reason: 'late' },
  },
  VisioLooksOverdue: { at: '2m', series: but({ overdue: '40x80' }) },
  VisioClockDrift: { at: '6m', series: but({ drift: '-300x80' }), labels: instance },
  VisioStoreClockSet: { at: '1m', series: but({ shift: '-3600x80' }), labels: instance },
  VisioErrors: { at: '3m', series: but({ errors: '0 0 0 0 1x76' }), labels: { route: '/api/v1/meetings' } },
  VisioBusy: { at: '10m', series: but({ busy: '0+2x80' }) },
  VisioNearlyFull: { at: '6m', series: but({ open: '81x80' }) },
  VisioSlow: {
    at: '10m',
    series: but({ fast: '0x80' }, [
      [`visio_request_seconds_bucket{${a},route="/api/v1/meetings",le="5"}`, '0+15x80'],
    ]),
    labels: instance,
  },
  VisioMemory: { at: '16m', series: but({ memory: '2000000000x80' }), labels: jobLabels },
  VisioAgentsRefused: { at: '18m', series: but({ opened: '0x80' }, [[refused('not-signed-in'), '0+1x80']]) },
  VisioGuessing: { at: '10m', series: but({}, [[refused('too-many-requests'), '0+5x80']]) },
  VisioAuditNotWritten: { at: '3m', series: but({ audit: '0 0 0 0 1x76' }), labels: instance },
};
