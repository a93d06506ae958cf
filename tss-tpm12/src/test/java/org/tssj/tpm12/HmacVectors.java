package org.tssj.tpm12;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.capability.GetCapabilityOwner;
import org.tssj.tpm12.command.counter.CreateCounter;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.nv.NvDefineSpace;
import org.tssj.tpm12.command.nv.NvReadValue;
import org.tssj.tpm12.command.nv.NvReadValueAuth;
import org.tssj.tpm12.command.nv.NvWriteValue;
import org.tssj.tpm12.command.nv.NvWriteValueAuth;
import org.tssj.tpm12.command.ownership.TakeOwnership;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.command.storage.Seal;
import org.tssj.tpm12.command.storage.Unseal;

/** Authorised exchanges that trousers' client library had with a TPM. */
final class HmacVectors {

  /** One authorisation of an exchange. */
  record Auth(
      boolean osap,
      AuthValue secret,
      int entityType,
      int entityValue,
      Bytes nonceEvenOsap,
      Bytes nonceOddOsap,
      Bytes sharedSecret,
      Bytes nonceEven,
      Bytes nonceOdd) {}

  /** One command and its answer, with one or two authorisations. */
  record Exchange(String name, Bytes request, Bytes response, List<Auth> auths) {
    int ordinal() {
      return Integer.parseInt(request.slice(6, 10).toHex(), 16);
    }

    /** The session handle and continueAuthSession of an authorisation, as they were sent. */
    Bytes sentAuth(int index) {
      int end = request.length() - 45 * (auths.size() - 1 - index);
      return request.slice(end - 45, end);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Map<Integer, CommandSpec<?, ?>> SPECS = new HashMap<>();

  static {
    Stream.<CommandSpec<?, ?>>of(
            TakeOwnership.SPEC,
            OwnerReadInternalPub.SPEC,
            GetCapabilityOwner.SPEC,
            NvDefineSpace.SPEC,
            NvWriteValue.SPEC,
            NvReadValue.SPEC,
            NvWriteValueAuth.SPEC,
            NvReadValueAuth.SPEC,
            CreateWrapKey.SPEC,
            MakeIdentity.SPEC,
            LoadKey2.SPEC,
            Seal.SPEC,
            Unseal.SPEC,
            CreateCounter.SPEC)
        .forEach(spec -> SPECS.put(spec.ordinal(), spec));
  }

  private HmacVectors() {}

  static CommandSpec<?, ?> spec(Exchange exchange) {
    return SPECS.get(exchange.ordinal());
  }

  /** How many authorisations there are in all. */
  static int count() {
    return exchanges().stream().mapToInt(exchange -> exchange.auths().size()).sum();
  }

  static List<Exchange> exchanges() {
    List<Exchange> all = new ArrayList<>();
    for (String section : Golden.text("hmac-vectors.txt").split("(?m)^## ")) {
      if (section.startsWith("#")) {
        continue;
      }
      String title = section.lines().findFirst().orElseThrow();
      Map<String, String[]> lines = new HashMap<>();
      section.lines().skip(1).forEach(line -> lines.put(line.split("\\s+")[0], line.split("\\s+")));
      Auth auth = auth(title, lines);
      Bytes request = Bytes.hex(lines.get("request")[1]);
      if (title.contains("auth 2 of 2")) {
        all.get(all.size() - 1).auths().add(auth);
      } else {
        all.add(
            new Exchange(
                title.substring(0, title.indexOf(',')),
                request,
                Bytes.hex(lines.get("response")[1]),
                new ArrayList<>(List.of(auth))));
      }
    }
    return all;
  }

  private static Auth auth(String title, Map<String, String[]> lines) {
    AuthValue secret =
        title.endsWith("SHA1(\"password\")")
            ? AuthValue.wrap(Bank.SHA1.hash(Bytes.utf8("password")).toArray())
            : AuthValue.zeros(20);
    Bytes nonceEven = Bytes.hex(lines.get("nonceEven")[1]);
    Bytes nonceOdd = Bytes.hex(lines.get("nonceOdd")[1]);
    String[] osap = lines.get("osap");
    return osap == null
        ? new Auth(false, secret, 0, 0, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, nonceEven, nonceOdd)
        : new Auth(
            true,
            secret,
            Integer.parseInt(osap[2], 16),
            Integer.parseUnsignedInt(osap[4], 16),
            Bytes.hex(osap[6]),
            Bytes.hex(osap[8]),
            Bytes.hex(lines.get("sharedSecret")[1]),
            nonceEven,
            nonceOdd);
  }
}
