package org.tssj.tpm20.file;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/**
 * IESYS_RESOURCE of an object: what the TCG's enhanced system API (ESAPI) knows about it, as {@code
 * Esys_TR_Serialize} writes it. {@code tpm2_evictcontrol -o} and {@code tpm2_readpublic -t} write
 * such a file for a persistent object, and {@code -c} of most tpm2-tools reads it.
 *
 * @param handle the TPM's handle
 * @param name the Name
 * @param publicArea the public area
 */
public record EsysObject(Handle handle, Bytes name, Public publicArea) {

  /** The file: the Name stands in it although it follows from the public area. */
  public static final Codec<EsysObject> CODEC =
      struct(
          "IESYS_RESOURCE",
          EsysObject::new,
          field("handle", Handle.CODEC, EsysObject::handle),
          bytes16("name", EsysObject::name),
          after(
              constant("rsrcType", "00000001"),
              field("rsrc_key_pub", Public.SIZED_CODEC, EsysObject::publicArea)));

  /** The file of an object. */
  public static EsysObject of(Handle handle, Public publicArea) {
    return new EsysObject(handle, publicArea.name(), publicArea);
  }

  /**
   * The handle with its Name, as sessions need it.
   *
   * @throws IllegalArgumentException if the Name is not that of the public area
   */
  public Handle named() {
    if (!publicArea.name().equals(name)) {
      throw new IllegalArgumentException("the file's Name is not that of its public area");
    }
    return handle.named(name);
  }
}
