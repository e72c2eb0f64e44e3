/** A refusal with one of Excel's error codes; the page sees it as an `OfficeExtension.Error`. */
export class HostFailure extends Error {
  constructor(
    readonly code:
      | "ItemNotFound"
      | "ItemAlreadyExists"
      | "InvalidArgument"
      | "InvalidReference"
      | "InvalidOperation"
      | "InvalidSelection"
      | "AccessDenied"
      | "GeneralException"
      | "ApiNotAvailable"
      | "UnsupportedOperation",
    message: string,
  ) {
    super(message);
  }
}
