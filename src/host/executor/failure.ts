/** A refusal with one of Excel's error codes; the page sees it as an `OfficeExtension.Error`. */
export class HostFailure extends Error {
  constructor(
    readonly code:
      | "AccessDenied"
      | "ApiNotAvailable"
      | "BadPassword"
      | "GeneralException"
      | "InsertDeleteConflict"
      | "InvalidArgument"
      | "InvalidOperation"
      | "InvalidReference"
      | "ItemAlreadyExists"
      | "ItemNotFound"
      | "MergedRangeConflict"
      | "NonBlankCellOffSheet"
      | "RangeExceedsLimit"
      | "RequestAborted"
      | "UnsupportedOperation",
    message: string,
  ) {
    super(message);
  }
}
