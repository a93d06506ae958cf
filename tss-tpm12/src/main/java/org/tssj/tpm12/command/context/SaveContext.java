package org.tssj.tpm12.command.context;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.HandleField;
import org.tssj.tpm12.structure.context.ContextBlob;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;

/**
 * TPM_SaveContext: saves a key or session outside the TPM. A session leaves the TPM, a key stays.
 *
 * @param handle what to save
 * @param resourceType what the handle stands for
 * @param label 16 octets, for people
 * @see "TPM 1.2 Main, Part 3, 21.2 TPM_SaveContext"
 */
public record SaveContext(Handle handle, ResourceType resourceType, Bytes label)
    implements Command<SaveContext.Response> {

  /**
   * What TPM_SaveContext answers.
   *
   * @param contextBlob the saved context
   */
  public record Response(ContextBlob contextBlob) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_SaveContext response",
            Response::new,
            sized32("contextBlob", ContextBlob.CODEC, Response::contextBlob));
  }

  /** TPM_ORD_SaveContext: no authorisation. */
  public static final CommandSpec<SaveContext, Response> SPEC =
      command(
          0xb8,
          struct(
              "TPM_SaveContext",
              SaveContext::new,
              HandleField.otherHandle("handle", SaveContext::handle),
              field("resourceType", ResourceType.CODEC, SaveContext::resourceType),
              bytes("label", 16, SaveContext::label)),
          Response.CODEC);

  @Override
  public CommandSpec<SaveContext, Response> spec() {
    return SPEC;
  }
}
