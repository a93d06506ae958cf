package org.tssj.junit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.handle.Handle;

/** What is still loaded in a TPM, in words. */
final class Leftovers {

  private static final long LOADED_SESSIONS = 0x0200_0000L;
  private static final long SAVED_SESSIONS = 0x0300_0000L;
  private static final long TRANSIENT_OBJECTS = 0x8000_0000L;

  private Leftovers() {}

  /** Sessions, loaded or saved, and transient objects. */
  static List<String> ofTpm20(TpmTransport transport) throws IOException {
    // Not closed, because the transport is not ours.
    Tpm20 tpm = Tpm20.over(transport);
    List<String> found = new ArrayList<>();
    try {
      add("session", LOADED_SESSIONS, tpm, found);
      add("saved session", SAVED_SESSIONS, tpm, found);
      add("object", TRANSIENT_OBJECTS, tpm, found);
    } catch (TpmTransportException | TpmResponseException e) {
      // The test took its power, did not start it, or made it fail: nothing is loaded then.
      return List.of();
    }
    return found;
  }

  private static void add(String kind, long first, Tpm20 tpm, List<String> found)
      throws IOException {
    for (CapabilityData answer : tpm.capabilities(Capability.HANDLES, first)) {
      if (answer instanceof CapabilityData.Handles handles) {
        for (Handle handle : handles.handles()) {
          found.add(kind + " " + handle);
        }
      }
    }
  }

  /** Sessions, keys, and saved contexts of sessions. */
  static List<String> ofTpm12(TpmTransport transport) throws IOException {
    Tpm12 tpm = Tpm12.over(transport);
    List<String> found = new ArrayList<>();
    try {
      add("session", ResourceType.AUTH, tpm, found);
      add("transport session", ResourceType.TRANS, tpm, found);
      add("DAA session", ResourceType.DAA_TPM, tpm, found);
      add("saved session", ResourceType.CONTEXT, tpm, found);
      add("key", ResourceType.KEY, tpm, found);
    } catch (TpmTransportException | TpmResponseException e) {
      return List.of();
    }
    return found;
  }

  private static void add(String kind, ResourceType type, Tpm12 tpm, List<String> found)
      throws IOException {
    for (var handle : tpm.capability(Capability.handles(type)).handles()) {
      found.add(kind + " " + handle);
    }
  }
}
