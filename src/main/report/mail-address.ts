/** The address as the first part of a `mailto:`; '' if it is not exactly one address, as it might add fields to the mail. */
export const mailAddress = (email: string | undefined): string =>
  email !== undefined && /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,250}$/.test(email) ? email : '';
