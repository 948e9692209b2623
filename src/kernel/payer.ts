/** The details of the payer that 3-D Secure and SEPA want. `country` is ISO 3166-1 alpha-2, `phone` is `+33612345678`. */
export type Payer = {
  readonly firstName: string;
  readonly lastName: string;
  readonly address: string;
  readonly zipCode: string;
  readonly city: string;
  readonly country: string;
  readonly phone: string;
};
