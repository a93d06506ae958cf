package org.tssj.cli.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tssj.attest.json.JsonValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicyPhysicalPresence;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** A policy from elements of the policy language. */
final class PolicyReader {

  private static final int MOST_PCR = 2039;
  private static final Map<String, Handle> HIERARCHIES =
      Map.of(
          "/HS", Handle.OWNER,
          "/HE", Handle.ENDORSEMENT,
          "/LOCKOUT", Handle.LOCKOUT,
          "owner", Handle.OWNER,
          "endorsement", Handle.ENDORSEMENT,
          "lockout", Handle.LOCKOUT,
          "platform", Handle.PLATFORM);

  private final Facts facts;

  PolicyReader(Facts facts) {
    this.facts = facts;
  }

  Policy policy(JsonValue elements) throws IOException {
    Policy policy = Policy.EMPTY;
    for (JsonValue element : elements.elements()) {
      try {
        policy = with(policy, element.object());
      } catch (IllegalArgumentException e) {
        throw element.refused(String.valueOf(e.getMessage()));
      }
    }
    return policy;
  }

  private Policy with(Policy before, JsonValue.Members element) throws IOException {
    JsonValue type = element.get("type");
    return switch (type.string().toUpperCase(Locale.ROOT).replaceFirst("^POLICY", "")) {
      case "PCR" ->
          element.find("pcrDigest").isPresent()
              ? before.step(digestOfPcrs(element))
              : before.pcrs(pcrs(element));
      case "OR" -> before.or(branches(element.get("branches")));
      case "AUTHVALUE" -> before.authValue();
      case "PASSWORD" -> before.password();
      case "PHYSICALPRESENCE" -> before.step(new PolicyPhysicalPresence(Handle.NULL));
      case "COMMANDCODE" -> before.commandCode(command(element.get("code")));
      case "LOCALITY" -> before.locality(locality(element.get("locality")));
      case "NVWRITTEN" -> before.nvWritten(yes(element.get("writtenSet")));
      case "COUNTERTIMER" ->
          before.counterTimer(
              element.get("operandB").hex(), offset(element), operation(element.get("operation")));
      case "NV" ->
          before.nv(
              index(element), element.get("operandB").hex(), offset(element), operation(element));
      case "SECRET" -> before.secret(entity(element), ref(element));
      case "SIGNED" -> before.signedBy(key(element), ref(element));
      case "AUTHORIZE" -> before.authorizedBy(key(element), ref(element));
      case "AUTHORIZENV" -> before.authorizedBy(index(element));
      case "CPHASH" -> before.step(new PolicyCpHash(Handle.NULL, element.get("cpHash").hex()));
      case "NAMEHASH" ->
          before.step(new PolicyNameHash(Handle.NULL, element.get("nameHash").hex()));
      case "TEMPLATE" ->
          before.step(new PolicyTemplate(Handle.NULL, element.get("templateHash").hex()));
      case "DUPLICATIONSELECT" -> before.step(duplication(element));
      default -> throw type.refused("must be an element of the policy language: POLICYPCR, POLICYSECRET, POLICYOR, ...");
    };
  }

  private List<Policy> branches(JsonValue branches) throws IOException {
    List<Policy> all = new ArrayList<>();
    for (JsonValue branch : branches.elements()) {
      all.add(policy(branch.object().get("policy")));
    }
    return all;
  }

  private PcrValues pcrs(JsonValue.Members element) throws IOException {
    element.only(
        "type", "policyDigests", "pcrs", "currentPCRs", "currentPCRandBanks", "description");
    PcrValues values = PcrValues.NONE;
    if (element.find("pcrs").isPresent()) {
      for (JsonValue each : element.get("pcrs").elements()) {
        JsonValue.Members one = each.object();
        Bank bank = Algorithms.bank(one.get("hashAlg"));
        int index = (int) one.get("pcr").number(MOST_PCR);
        values = values.with(bank, index, one.get("digest").hex(bank.size()));
      }
      return values;
    }
    if (element.find("currentPCRs").isPresent()) {
      return facts.pcrs(List.of(selection(Bank.SHA256, element.get("currentPCRs"))));
    }
    List<PcrSelection> selections = new ArrayList<>();
    for (JsonValue each : element.get("currentPCRandBanks").elements()) {
      JsonValue.Members one = each.object();
      selections.add(selection(Algorithms.bank(one.get("hash")), one.get("pcrSelect")));
    }
    return facts.pcrs(selections);
  }

  private static PolicyPcr digestOfPcrs(JsonValue.Members element) {
    return new PolicyPcr(
        Handle.NULL,
        element.get("pcrDigest").hex(),
        PcrSelection.parse(element.get("pcrSelection").string()));
  }

  private static PcrSelection selection(Bank bank, JsonValue indices) {
    List<Integer> all = new ArrayList<>();
    indices.elements().forEach(each -> all.add((int) each.number(MOST_PCR)));
    return PcrSelection.of(bank, all);
  }

  private static CommandCode command(JsonValue code) {
    if (code instanceof JsonValue.Numeral) {
      return new CommandCode((int) code.number(0xffff_ffffL));
    }
    return CommandCode.named(code.string().replaceFirst("^TPM2_CC_", "TPM_CC_"))
        .orElseThrow(() -> code.refused("must be a command, as in Unseal or Sign"));
  }

  private static Locality locality(JsonValue value) {
    if (value instanceof JsonValue.Numeral) {
      return new Locality((int) value.number(0xff));
    }
    int bits = 0;
    for (JsonValue each : value.elements()) {
      bits |=
          switch (each.string().toUpperCase(Locale.ROOT)) {
            case "ZERO" -> 1;
            case "ONE" -> 1 << 1;
            case "TWO" -> 1 << 2;
            case "THREE" -> 1 << 3;
            case "FOUR" -> 1 << 4;
            default -> throw each.refused("must be ZERO, ONE, TWO, THREE or FOUR");
          };
    }
    return new Locality(bits);
  }

  private static boolean yes(JsonValue value) {
    if (value instanceof JsonValue.Truth truth) {
      return truth.value();
    }
    return switch (value.string().toUpperCase(Locale.ROOT)) {
      case "YES", "TRUE" -> true;
      case "NO", "FALSE" -> false;
      default -> throw value.refused("must be YES or NO");
    };
  }

  private static int offset(JsonValue.Members element) {
    return element.find("offset").map(value -> (int) value.number(0xffff)).orElse(0);
  }

  private static Eo operation(JsonValue.Members element) {
    return element.find("operation").map(PolicyReader::operation).orElse(Eo.EQ);
  }

  private static Eo operation(JsonValue value) {
    return Eo.named(value.string().replaceFirst("^(?i)TPM2_EO_", ""))
        .orElseThrow(() -> value.refused("must be EQ, NEQ, SIGNED_GT, UNSIGNED_LE, BITSET, ..."));
  }

  private static Bytes ref(JsonValue.Members element) {
    JsonValue ref = element.find("policyRef").orElse(null);
    if (ref == null) {
      return Bytes.EMPTY;
    }
    if (ref instanceof JsonValue.Elements octets) {
      byte[] all = new byte[octets.elements().size()];
      for (int k = 0; k < all.length; k++) {
        all[k] = (byte) octets.elements().get(k).number(0xff);
      }
      return Bytes.wrap(all);
    }
    return ref.hex();
  }

  private static Public key(JsonValue.Members element) {
    if (element.find("keyPublic").isPresent()) {
      return ObjectFiles.readPublic(element.get("keyPublic").hex());
    }
    AlgorithmId hash =
        element.find("keyPEMhashAlg").map(Algorithms::hash).orElse(AlgorithmId.SHA256);
    boolean pss =
        element
            .find("rsaScheme")
            .map(scheme -> scheme.object().get("scheme").string().endsWith("RSAPSS"))
            .orElse(true);
    JsonValue pem = element.get("keyPEM");
    try {
      return PolicyKey.ofPem(pem.string(), hash, pss);
    } catch (WireException e) {
      throw e.within(pem.path().toString());
    }
  }

  private Handle index(JsonValue.Members element) throws IOException {
    Handle index = Handle.of((int) element.get("nvIndex").number(0xffff_ffffL));
    return element.find("nvName").isPresent()
        ? index.named(element.get("nvName").hex())
        : facts.named(index);
  }

  private Handle entity(JsonValue.Members element) throws IOException {
    String member = element.find("objectPath").isPresent() ? "objectPath" : "object";
    if (element.find("objectName").isEmpty()) {
      return facts.named(handle(element.get(member)));
    }
    Bytes name = element.get("objectName").hex();
    if (name.length() == Integer.BYTES) {
      return Handle.CODEC.decode(name); // a hierarchy's Name is its handle
    }
    Handle entity = element.find(member).map(PolicyReader::handle).orElse(Handle.NULL);
    return entity.named(name);
  }

  private static Handle handle(JsonValue place) {
    Handle known = HIERARCHIES.get(place.string());
    if (known != null) {
      return known;
    }
    if (place.string().startsWith("0x")) {
      return Handle.of((int) place.number(0xffff_ffffL));
    }
    throw place.refused("must be owner, endorsement, lockout, platform or a handle, 0x81000001");
  }

  private static PolicyDuplicationSelect duplication(JsonValue.Members element) {
    boolean includeObject = element.find("includeObject").map(PolicyReader::yes).orElse(false);
    Bytes object = element.find("objectName").map(JsonValue::hex).orElse(Bytes.EMPTY);
    return new PolicyDuplicationSelect(
        Handle.NULL, object, element.get("newParentName").hex(), includeObject);
  }
}
