export type Mail = {
  /** '' leaves the field empty for the writer. */
  readonly to?: string;
  readonly subject: string;
  readonly body: string;
};

/** The address that opens a new mail (RFC 6068: a line of the body ends with CR LF). */
export const mailtoAddress = ({ to = '', subject, body }: Mail): string =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll(/\r\n|\r|\n/g, '\r\n'))}`;
