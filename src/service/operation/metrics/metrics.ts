import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds: from what a healthy machine does without waiting to what nobody waits for. */
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Metrics = ReturnType<typeof createMetrics>;

/**
 * Everything that this process counts, in a registry of its own. Labels are routes, statuses, failure codes and names
 * of calls: closed lists, none of which a client writes.
 */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const audited = new Counter({
    name: 'visio_audited_total',
    help: 'Events for the audit, whether or not they are written',
    labelNames: ['event'],
    registers,
  });
  for (const event of ['opened', 'ended']) audited.inc({ event }, 0);
  const webhooksDropped = new Counter({
    name: 'visio_webhooks_dropped_total',
    help: 'What LiveKit said and this instance did not heed',
    labelNames: ['reason'],
    registers,
  });
  for (const reason of ['unsigned', 'late', 'early']) webhooksDropped.inc({ reason }, 0);
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'visio_request_seconds',
      help: 'How long requests took',
      labelNames: ['method', 'route', 'status'],
      buckets,
      registers,
    }),
    running: new Gauge({
      name: 'visio_requests_running',
      help: 'Requests that are being answered',
      registers,
    }),
    refusals: new Counter({
      name: 'visio_refusals_total',
      help: 'Requests that were refused',
      labelNames: ['route', 'failure'],
      registers,
    }),
    streams: new Gauge({ name: 'visio_event_streams', help: 'Open event streams', registers }),
    media: new Histogram({
      name: 'visio_livekit_request_seconds',
      help: 'How long LiveKit took',
      labelNames: ['call'],
      buckets,
      registers,
    }),
    mediaFailures: new Counter({
      name: 'visio_livekit_failures_total',
      help: 'Calls that LiveKit did not do',
      labelNames: ['call'],
      registers,
    }),
    reconciliations: new Counter({
      name: 'visio_looks_total',
      help: 'Meetings that this instance claimed to look after',
      registers,
    }),
    webhooksDropped,
    audited,
    auditFailures: new Counter({
      name: 'visio_audit_failures_total',
      help: 'Events that could not be written to the audit',
      registers,
    }),
  };
}
