package org.tssj.junit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;

/** What is still loaded in a TPM 1.2: sessions, keys, saved contexts. */
final class Tpm12Leftovers {

  private Tpm12Leftovers() {}

  /** What there is, in words. */
  static List<String> in(TpmTransport transport) throws IOException {
    // Not closed, because the transport is not ours.
    Tpm12 tpm = Tpm12.over(transport);
    List<String> found = new ArrayList<>();
    try {
      add("session", ResourceType.AUTH, tpm, found);
      add("transport session", ResourceType.TRANS, tpm, found);
      add("DAA session", ResourceType.DAA_TPM, tpm, found);
      add("saved context", ResourceType.CONTEXT, tpm, found);
      add("key", ResourceType.KEY, tpm, found);
    } catch (TpmTransportException | TpmResponseException e) {
      // The test took its power, did not start it, or made it fail: nothing is loaded then.
      return List.of();
    }
    return found;
  }

  private static void add(String kind, ResourceType type, Tpm12 tpm, List<String> found)
      throws IOException {
    for (Handle handle : tpm.capability(Capability.handles(type)).handle()) {
      found.add(kind + " " + handle);
    }
  }
}
