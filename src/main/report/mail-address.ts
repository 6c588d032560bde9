/** As the first part of a `mailto:`; '' for what is no single address, and might add fields to the mail. */
export const mailAddress = (email: string | undefined): string =>
  email !== undefined && /^[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,250}$/.test(email) ? email : '';
