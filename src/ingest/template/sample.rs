//! Templates to begin with.

/// Names a sample; the words for it are not kept here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleName {
    /// The record that Adobe's tutorial of streaming connections posts.
    Tutorial,
    /// A record of the class XDM Individual Profile.
    XdmProfile,
    /// A record of the class XDM ExperienceEvent.
    XdmEvent,
    /// An order of a shop.
    Order,
    /// A page that was looked at.
    PageView,
}

/// A template to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Which one it is.
    pub name: SampleName,
    /// The template, laid out over several lines.
    pub template: &'static str,
    /// Whether it is made for inlets that take XDM.
    pub is_xdm: bool,
}

/// The samples that there are.
pub fn samples() -> &'static [Sample] {
    SAMPLES
}

static SAMPLES: &[Sample] = &[
    Sample {
        name: SampleName::Tutorial,
        is_xdm: false,
        template: r#"{
  "name": "{{name}}",
  "location": {
    "city": "{{city}}",
    "country": "{{country}}",
    "address": "{{int 1 4999}} Main Street"
  },
  "gender": "{{pick Female Male}}",
  "birthday": {
    "year": {{int 1950 2005}},
    "month": {{int 1 12}},
    "day": {{int 1 28}}
  }
}"#,
    },
    Sample {
        name: SampleName::Order,
        is_xdm: false,
        template: r#"{
  "orderId": "A-{{seq 1001}}",
  "orderedAt": "{{now -7d 0}}",
  "customer": {
    "first": "{{firstName}}",
    "last": "{{lastName}}",
    "email": "{{email}}"
  },
  "lines": [
    {
      "sku": "{{hex 8}}",
      "name": "{{product}}",
      "quantity": {{int 1 5}},
      "price": {{decimal 5 250 2}}
    }
  ],
  "currency": "{{pick EUR USD GBP}}",
  "total": {{decimal 5 1250 2}}
}"#,
    },
    Sample {
        name: SampleName::PageView,
        is_xdm: false,
        template: r#"{
  "eventId": "{{uuid}}",
  "viewedAt": "{{now -1h 0}}",
  "visitor": "{{hex 16}}",
  "page": {
    "name": "{{pick home search product cart checkout}}",
    "url": "{{url}}"
  },
  "durationMs": {{int 200 90000}},
  "isNewVisitor": {{bool 30}},
  "ip": "{{ip}}"
}"#,
    },
    Sample {
        name: SampleName::XdmProfile,
        is_xdm: true,
        template: r#"{
  "_id": "{{uuid}}",
  "person": {
    "name": {
      "firstName": "{{firstName}}",
      "lastName": "{{lastName}}"
    },
    "birthDate": "{{date -70y -18y}}"
  },
  "personalEmail": {
    "address": "{{email}}"
  },
  "mobilePhone": {
    "number": "{{phone}}"
  },
  "homeAddress": {
    "city": "{{city}}",
    "country": "{{country}}",
    "countryCode": "{{countryCode}}"
  }
}"#,
    },
    Sample {
        name: SampleName::XdmEvent,
        is_xdm: true,
        template: r#"{
  "_id": "{{uuid}}",
  "timestamp": "{{now -1h 0}}",
  "eventType": "{{pick web.webpagedetails.pageViews commerce.productViews commerce.purchases}}",
  "identityMap": {
    "Email": [
      {
        "id": "{{email}}",
        "primary": true
      }
    ]
  },
  "web": {
    "webPageDetails": {
      "name": "{{pick home search product cart}}",
      "URL": "{{url}}"
    }
  }
}"#,
    },
];
