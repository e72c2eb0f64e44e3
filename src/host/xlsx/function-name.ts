/**
 * Functions younger than the file format. A file names them with a prefix, so that an older Excel keeps what it does not
 * know (ISO/IEC 29500 has none of them; the prefixes are those of [MS-XLSX] 2.2.2).
 */
const future = `
ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR
BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA
CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE
ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE
FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV
GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED
ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST
NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC
PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT
REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT
T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P
VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`;
const futureFunctions: ReadonlySet<string> = new Set(future.trim().split(/\s+/));

/** These two came with a second prefix. */
const worksheetFunctions: ReadonlySet<string> = new Set(["FILTER", "SORT"]);

/** Functions that answer with an array as a rule, or make their arguments' arrays their own answer. */
const dynamic = `
BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER GROUPBY HSTACK LAMBDA LET MAKEARRAY MAP MODE.MULT MUNIT PIVOTBY RANDARRAY
REGEXEXTRACT SCAN SEQUENCE SORT SORTBY TAKE TEXTSPLIT TOCOL TOROW TRIMRANGE UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP`;
export const dynamicFunctions: ReadonlySet<string> = new Set(dynamic.trim().split(/\s+/));

/** As a file names a function that Excel brings with it. */
export function filedName(name: string): string {
  const upper = name.toUpperCase();
  if (worksheetFunctions.has(upper)) return `_xlfn._xlws.${upper}`;
  return futureFunctions.has(upper) ? `_xlfn.${upper}` : name;
}

/** As a person types it. */
export function typedName(name: string): string {
  return name.replace(/^_xlfn\.(?:_xlws\.)?/i, "").replace(/^_xlws\./i, "");
}

/** Functions of add-ins: `JOB.JESCORE` is `_xldudf_JOB_JESCORE` in a file. */
export function filedCustomName(name: string, namespace: string): string | undefined {
  const upper = name.toUpperCase();
  const prefix = `${namespace.toUpperCase()}.`;
  return upper.startsWith(prefix) ? `_xldudf_${namespace.toUpperCase().replaceAll(".", "_")}_${upper.slice(prefix.length)}` : undefined;
}

export function typedCustomName(name: string, namespace: string): string | undefined {
  const prefix = `_xldudf_${namespace.toUpperCase().replaceAll(".", "_")}_`;
  return name.toUpperCase().startsWith(prefix.toUpperCase()) ? `${namespace.toUpperCase()}.${name.slice(prefix.length)}` : undefined;
}
