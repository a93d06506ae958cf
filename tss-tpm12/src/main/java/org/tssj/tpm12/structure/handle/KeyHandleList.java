package org.tssj.tpm12.structure.handle;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;

/**
 * TPM_KEY_HANDLE_LIST: all handles of one kind. EK and SRK are not among the keys; for saved
 * contexts the numbers are their counts.
 *
 * @param handles the handles, in the TPM's order
 * @see "TPM 1.2 Main, Part 2, 5.7 TPM_KEY_HANDLE_LIST"
 */
public record KeyHandleList(List<Handle> handles) {

  /** TPM_KEY_HANDLE_LIST: two octets of count, then the handles. */
  public static final Codec<KeyHandleList> CODEC =
      struct(
          "TPM_KEY_HANDLE_LIST",
          KeyHandleList::new,
          field("handle", Codecs.list(2, 0xffff, Handle.CODEC), KeyHandleList::handles));

  public KeyHandleList {
    handles = List.copyOf(handles);
  }
}
