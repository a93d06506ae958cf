package org.tssj.tpm20.file;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.structure.context.Context;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/**
 * A context file of tpm2-tools: a loaded object, saved by {@code TPM2_ContextSave}, as {@code
 * tpm2_createprimary -c} and {@code tpm2_load -c} write it. Files of sessions are another format,
 * and hold the session's key in the clear.
 *
 * @param context what TPM2_ContextLoad takes; the TPM forgets it at its next reset
 * @param object the object's handle when it was saved, its Name and public area
 */
public record ToolsContext(Context context, EsysObject object) {

  // Version 1 of the file, and inside of its blob what ESAPI puts around the TPM's own.
  private static final Codec<File> FILE =
      struct(
          "tpm2-tools context",
          File::new,
          after(
              constant("magic", "badcc0de"),
              constant("version", "00000001"),
              field("hierarchy", Handle.CODEC, File::hierarchy)),
          field("savedHandle", Handle.CODEC, File::savedHandle),
          u64("sequence", File::sequence),
          field("contextBlob", Codecs.sized(2, Blob.CODEC), File::blob));

  private record File(Handle hierarchy, Handle savedHandle, long sequence, Blob blob) {}

  private record Blob(Bytes tpmContext, EsysObject object) {
    static final Codec<Blob> CODEC =
        struct(
            "IESYS_CONTEXT_DATA",
            Blob::new,
            after(constant("reserved", "00000000"), bytes16("tpmContext", Blob::tpmContext)),
            // The size of what follows is left zero by ESAPI.
            after(
                constant("esysMetadata", "0000"),
                field("esysMetadata", EsysObject.CODEC, Blob::object)));
  }

  /**
   * Reads a file.
   *
   * @throws org.tssj.core.wire.WireException if it is no object's context file
   */
  public static ToolsContext read(Bytes file) {
    File read = FILE.decode(file);
    return new ToolsContext(
        new Context(
            read.sequence(), read.savedHandle(), read.hierarchy(), read.blob().tpmContext()),
        read.blob().object());
  }

  /**
   * The file.
   *
   * @param saved what TPM2_ContextSave answered
   * @param handle the object's handle before
   * @param publicArea its public area
   */
  public static Bytes write(Context saved, Handle handle, Public publicArea) {
    return FILE.encode(
        new File(
            saved.hierarchy(),
            saved.savedHandle(),
            saved.sequence(),
            new Blob(saved.contextBlob(), EsysObject.of(handle, publicArea))));
  }
}
