package org.tssj.tpm12.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.capability.GetCapability;
import org.tssj.tpm12.command.context.LoadContext;
import org.tssj.tpm12.command.context.SaveContext;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.CommandExecutor;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.context.ContextBlob;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.KeyHandleList;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.Key;

/** Which key makes room, and how it comes back: against a TPM of two slots that tells. */
class KeySlotsTest {

  /** Has two slots, and notes what it was asked. */
  private static final class TwoSlots implements CommandExecutor {

    final List<String> log = new ArrayList<>();
    final Map<Handle, String> loaded = new LinkedHashMap<>();
    boolean savesContexts = true;
    private int next = 1;

    @Override
    public <R> R execute(Command<R> command, Authorization... authorizations) {
      // Each branch answers with the response of its own command.
      @SuppressWarnings("unchecked")
      R answer = (R) answer(command, authorizations);
      return answer;
    }

    private Object answer(Command<?> command, Authorization... authorizations) {
      if (command instanceof LoadKey2 load) {
        String name = load.inKey().encData().toHex();
        log.add("load " + name + (authorizations.length == 0 ? " freely" : ""));
        return new LoadKey2.Response(slot(name));
      }
      if (command instanceof LoadContext load) {
        String name = load.contextBlob().sensitiveData().toHex();
        log.add("bring back " + name);
        return new LoadContext.Response(slot(name));
      }
      if (command instanceof SaveContext save) {
        if (!savesContexts) {
          throw refused(ResultCode.BAD_ORDINAL);
        }
        log.add("save " + name(save.handle()));
        return new SaveContext.Response(
            new ContextBlob(
                ResourceType.KEY,
                save.handle(),
                save.label(),
                0,
                Bytes.zeros(20),
                Bytes.EMPTY,
                Bytes.hex(name(save.handle()))));
      }
      if (command instanceof FlushSpecific flush) {
        log.add("flush " + name(flush.handle()));
        loaded.remove(flush.handle());
        return Empty.EMPTY;
      }
      if (command instanceof GetCapability) {
        return new GetCapability.Response(
            KeyHandleList.CODEC.encode(new KeyHandleList(List.copyOf(loaded.keySet()))));
      }
      throw new AssertionError("not expected: " + command);
    }

    private Handle slot(String name) {
      if (loaded.size() == 2) {
        log.add("full");
        throw refused(ResultCode.NOSPACE);
      }
      Handle handle = new Handle(next++);
      loaded.put(handle, name);
      return handle;
    }

    String name(Handle handle) {
      String name = loaded.get(handle);
      if (name == null) {
        throw refused(ResultCode.INVALID_KEYHANDLE);
      }
      return name;
    }

    static TpmResponseException refused(ResultCode code) {
      return code.refusalOf("test", List.of(), List.of(), "");
    }
  }

  private final TwoSlots tpm = new TwoSlots();
  private final KeySlots slots =
      new KeySlots(
          tpm,
          () -> {
            throw new AssertionError("no session is needed");
          });
  private final OpenKey root = slots.storageRootKey(Secret.wellKnown());

  private static Key key(String name) {
    return KeyTemplates.signing(512).withEncData(Bytes.hex(name));
  }

  private OpenKey open(String name) throws IOException {
    return root.open(key(name), Secret.wellKnown());
  }

  private String use(OpenKey key) throws IOException {
    return key.use(tpm::name);
  }

  private void expect(String... asked) {
    assertEquals(List.of(asked), tpm.log);
    tpm.log.clear();
  }

  @Test
  void theOneNotUsedForLongestMakesRoomAndComesBackWithoutItsParent() throws IOException {
    OpenKey a = open("aa");
    OpenKey b = open("bb");
    assertEquals("aa", use(a));
    expect("load aa", "load bb");
    open("cc");
    expect("load cc", "full", "save bb", "flush bb", "load cc");
    assertEquals("bb", use(b));
    expect("bring back bb", "full", "save aa", "flush aa", "bring back bb");
    assertEquals("bb", use(b));
    expect();
  }

  @Test
  void aContextIsSavedOnce() throws IOException {
    OpenKey a = open("aa");
    open("bb");
    open("cc");
    use(a);
    open("dd");
    open("ee");
    assertEquals(1, tpm.log.stream().filter("save aa"::equals).count());
    assertEquals("aa", use(a));
  }

  @Test
  void whereNoContextIsSavedAKeyIsLoadedBelowItsParentAgain() throws IOException {
    tpm.savesContexts = false;
    OpenKey a = open("aa");
    open("bb");
    open("cc");
    tpm.log.clear();
    assertEquals("aa", use(a));
    expect("load aa", "full", "flush bb", "load aa");
  }

  @Test
  void keysInUseStay() throws IOException {
    OpenKey a = open("aa");
    OpenKey b = open("bb");
    var e =
        assertThrows(
            TpmResponseException.class, () -> a.use(handleA -> b.use(handleB -> open("cc"))));
    assertEquals(ResultCode.NOSPACE.code(), e.code());
    assertEquals("aa", use(a));
    assertEquals("bb", use(b));
  }

  @Test
  void aParentIsLoadedForItsChildAndStaysMeanwhile() throws IOException {
    OpenKey parent = open("aa");
    OpenKey child = parent.open(key("bb"), Secret.wellKnown());
    open("cc");
    open("dd");
    tpm.log.clear();
    tpm.savesContexts = false;
    // After a reset: saved contexts are refused, and both come back from above.
    tpm.loaded.clear();
    child.saved = java.util.Optional.empty();
    parent.saved = java.util.Optional.empty();
    assertEquals("bb", use(child));
    expect("load aa", "load bb");
  }

  @Test
  void aResetIsNoticedForAllKeysAtOnce() throws IOException {
    OpenKey a = open("aa");
    OpenKey b = open("bb");
    tpm.loaded.clear();
    tpm.log.clear();
    assertEquals("aa", use(a));
    expect("load aa");
    // Its handle may be somebody else's by now, so it is not even tried.
    b.close();
    expect();
  }

  @Test
  void aRefusalForAnotherReasonIsNotTriedAgain() throws IOException {
    OpenKey a = open("aa");
    tpm.log.clear();
    assertThrows(
        TpmResponseException.class,
        () ->
            a.use(
                handle -> {
                  tpm.log.add("used");
                  throw TwoSlots.refused(ResultCode.AUTHFAIL);
                }));
    expect("used");
  }

  @Test
  void closingFlushesWhatIsThereAndClosingAllClosesEveryKey() throws IOException {
    OpenKey a = open("aa");
    OpenKey b = open("bb");
    a.close();
    a.close();
    expect("load aa", "load bb", "flush aa");
    slots.close();
    expect("flush bb");
    assertThrows(IllegalStateException.class, () -> use(b));
    assertThrows(
        IllegalStateException.class, () -> b.execute(handle -> new PcrRead(handle.value())));
  }
}
