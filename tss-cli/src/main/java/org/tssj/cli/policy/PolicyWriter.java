package org.tssj.cli.policy;

import java.util.ArrayList;
import java.util.List;
import org.tssj.cli.output.Json;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyCounterTimer;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyLocality;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyNv;
import org.tssj.tpm20.command.policy.PolicyNvWritten;
import org.tssj.tpm20.command.policy.PolicyPassword;
import org.tssj.tpm20.command.policy.PolicyPcr;
import org.tssj.tpm20.command.policy.PolicyPhysicalPresence;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.Requirement;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** A policy as elements of the policy language. */
final class PolicyWriter {

  private static final String[] LOCALITIES = {"ZERO", "ONE", "TWO", "THREE", "FOUR"};
  private static final int FIRST_EXTENDED = 32;

  private PolicyWriter() {}

  static List<Object> elements(Policy policy) {
    List<Object> all = new ArrayList<>();
    policy.requirements().forEach(each -> all.add(element(each)));
    return all;
  }

  private static Json.Fields element(Requirement requirement) {
    if (requirement instanceof Requirement.Step step) {
      return element(step.step());
    } else if (requirement instanceof Requirement.Pcrs pcrs) {
      return element("PCR").put("pcrs", values(pcrs.values()));
    } else if (requirement instanceof Requirement.AnyOf any) {
      return element("OR").put("branches", branches(any.branches()));
    } else if (requirement instanceof Requirement.Secret secret) {
      return entity(ref(element("SECRET"), secret.policyRef()), secret.entity());
    } else if (requirement instanceof Requirement.Signed signed) {
      Json.Fields element = ref(element("SIGNED"), signed.policyRef());
      PolicyKey.write(signed.key(), element);
      return element;
    } else if (requirement instanceof Requirement.Authorized authorized) {
      Json.Fields element = ref(element("AUTHORIZE"), authorized.policyRef());
      PolicyKey.write(authorized.key(), element);
      return element;
    } else if (requirement instanceof Requirement.AuthorizedByNv byNv) {
      return index(element("AUTHORIZENV"), byNv.nvIndex());
    } else if (requirement instanceof Requirement.Nv nv) {
      PolicyNv compared = nv.comparison();
      return comparison(
          index(element("NV"), compared.nvIndex()),
          compared.operandB(),
          compared.offset(),
          compared.operation());
    } else {
      // The template itself has a form of many members there; its digest says the same.
      Requirement.Template template = (Requirement.Template) requirement;
      return element("TEMPLATE")
          .put(
              "templateHash",
              Bank.SHA256.hash(
                  org.tssj.tpm20.structure.object.Public.CODEC.encode(template.template())));
    }
  }

  private static Json.Fields element(String type) {
    return Json.object().put("type", "POLICY" + type);
  }

  private static Json.Fields element(PolicyStep step) {
    if (step instanceof PolicyAuthValue) {
      return element("AUTHVALUE");
    } else if (step instanceof PolicyPassword) {
      return element("PASSWORD");
    } else if (step instanceof PolicyPhysicalPresence) {
      return element("PHYSICALPRESENCE");
    } else if (step instanceof PolicyCommandCode command) {
      return element("COMMANDCODE").put("code", command.code().toString().replace("TPM_CC_", ""));
    } else if (step instanceof PolicyLocality locality) {
      return element("LOCALITY").put("locality", localities(locality.locality()));
    } else if (step instanceof PolicyNvWritten written) {
      return element("NVWRITTEN").put("writtenSet", yesNo(written.writtenSet()));
    } else if (step instanceof PolicyCounterTimer timer) {
      return comparison(
          element("COUNTERTIMER"), timer.operandB(), timer.offset(), timer.operation());
    } else if (step instanceof PolicyCpHash hash) {
      return element("CPHASH").put("cpHash", hash.cpHashA());
    } else if (step instanceof PolicyNameHash hash) {
      return element("NAMEHASH").put("nameHash", hash.nameHash());
    } else if (step instanceof PolicyTemplate template) {
      return element("TEMPLATE").put("templateHash", template.templateHash());
    } else if (step instanceof PolicyDuplicationSelect select) {
      return element("DUPLICATIONSELECT")
          .put("objectName", select.objectName())
          .put("newParentName", select.newParentName())
          .put("includeObject", yesNo(select.includeObject()));
    }
    if (step instanceof PolicyPcr pcrs) {
      // Of a TSS2 PRIVATE KEY without a text: the values are not known, only their digest.
      return element("PCR")
          .put("pcrSelection", PcrSelection.format(pcrs.pcrs()))
          .put("pcrDigest", pcrs.pcrDigest());
    }
    throw new UnsupportedOperationException(
        "the policy language has no element for "
            + step.in(Handle.NULL).spec().name()
            + ", so that it cannot be written to a file");
  }

  private static String yesNo(boolean yes) {
    return yes ? "YES" : "NO";
  }

  private static Json.Fields comparison(Json.Fields element, Bytes operand, int offset, Eo how) {
    return element
        .put("operandB", operand)
        .put("offset", offset)
        .put("operation", how.toString().replace("TPM_EO_", ""));
  }

  private static Json.Fields ref(Json.Fields element, Bytes policyRef) {
    return policyRef.isEmpty() ? element : element.put("policyRef", policyRef);
  }

  private static Json.Fields entity(Json.Fields element, Handle entity) {
    element.put("objectName", entity.requireName("the entity of a secret"));
    return entity.needsName() ? element.put("object", hex(entity)) : element;
  }

  private static Json.Fields index(Json.Fields element, Handle index) {
    return element.put("nvIndex", hex(index)).put("nvName", index.requireName("nvIndex"));
  }

  private static String hex(Handle handle) {
    return String.format("0x%08x", handle.value());
  }

  private static Object localities(Locality locality) {
    if (locality.bits() >= FIRST_EXTENDED) {
      return locality.bits();
    }
    List<String> names = new ArrayList<>();
    for (int k = 0; k < LOCALITIES.length; k++) {
      if (locality.has(k)) {
        names.add(LOCALITIES[k]);
      }
    }
    return names;
  }

  private static List<Object> values(PcrValues values) {
    List<Object> all = new ArrayList<>();
    for (Bank bank : values.banks()) {
      values
          .bank(bank)
          .forEach(
              (index, value) ->
                  all.add(
                      Json.object()
                          .put("pcr", index)
                          .put("hashAlg", Algorithms.name(AlgorithmId.of(bank)))
                          .put("digest", value)));
    }
    return all;
  }

  private static List<Object> branches(List<Policy> branches) {
    List<Object> all = new ArrayList<>();
    for (Policy branch : branches) {
      all.add(
          Json.object()
              .put("name", "branch" + all.size())
              .put("description", "")
              .put("policy", elements(branch)));
    }
    return all;
  }
}
