package org.tssj.cli.nv;

/** In whose name an area is used. */
public enum NvUserName {
  /** The owner's, with the owner's secret. */
  OWNER,
  /** That of whoever knows the area's own secret. */
  AREA,
  /** Nobody's: a TPM 1.2 has areas that anybody may use. */
  ANYBODY
}
