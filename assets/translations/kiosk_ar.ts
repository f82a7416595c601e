<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG" sourcelanguage="en_GB">
<context>
    <name>Attract</name>
    <message>
        <source>Everything here has a story</source>
        <translation>لكل شيء هنا حكاية</translation>
    </message>
    <message>
        <source>Touch to begin</source>
        <translation>المس الشاشة للبدء</translation>
    </message>
</context>
<context>
    <name>BrowsePage</name>
    <message>
        <source>All stops</source>
        <extracomment>Title of the list of all stops</extracomment>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>In the empty search field</extracomment>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <translation>مخطط الموقع</translation>
    </message>
    <message>
        <source>Nothing is found by these words. Fewer letters find more.</source>
        <extracomment>Where a search finds no stop</extracomment>
        <translation>لم يُعثر على شيء بهذه الكلمات. حروف أقل تجد أكثر.</translation>
    </message>
</context>
<context>
    <name>DepthSwitch</name>
    <message>
        <source>In short</source>
        <extracomment>How much a visitor wants to be told: the least</extracomment>
        <translation>باختصار</translation>
    </message>
    <message>
        <source>The story</source>
        <extracomment>How much a visitor wants to be told: the usual</extracomment>
        <translation>الحكاية</translation>
    </message>
    <message>
        <source>Everything</source>
        <extracomment>How much a visitor wants to be told: the most</extracomment>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>For children</source>
        <extracomment>The story told for children</extracomment>
        <translation>للأطفال</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A length in seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A length in minutes</extracomment>
        <translation>%1 د</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>This guide is resting</source>
        <extracomment>Title of the page shown while no content is installed</extracomment>
        <translation>هذا الدليل في استراحة</translation>
    </message>
    <message>
        <source>There is nothing to tell on this device yet. The people at the desk will give you another one.</source>
        <extracomment>To visitors, while no content is installed</extracomment>
        <translation>لا يوجد في هذا الجهاز ما يُروى بعد. سيعطيك العاملون في الاستقبال جهازًا آخر.</translation>
    </message>
    <message>
        <source>For staff: no content pack is installed, or none can be read. “kiosk doctor” says what is wrong; “kiosk pack install FILE” brings one.</source>
        <extracomment>To staff, while no content is installed</extracomment>
        <translation>للعاملين: لا توجد حزمة محتوى مثبتة، أو لا يمكن قراءة أي منها. يبيّن “kiosk doctor” موضع الخلل، ويجلب “kiosk pack install FILE” حزمة.</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>Done</source>
        <extracomment>Leaves the last page; everything of the visit is wiped</extracomment>
        <translation>تمّ</translation>
    </message>
</context>
<context>
    <name>EndQuestion</name>
    <message>
        <source>End your visit?</source>
        <extracomment>Asked before the visit is ended</extracomment>
        <translation>هل تنهي زيارتك؟</translation>
    </message>
    <message>
        <source>You will see what you saw. Then everything about your visit is wiped from this device.</source>
        <extracomment>Says what ending the visit does</extracomment>
        <translation>سنعرض عليك ما شاهدته، ثم يُمحى كل ما يخص زيارتك من هذا الجهاز.</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>إنهاء زيارتي</translation>
    </message>
    <message>
        <source>Go on with the visit</source>
        <extracomment>Answer to &quot;End your visit?&quot;</extracomment>
        <translation>متابعة الزيارة</translation>
    </message>
</context>
<context>
    <name>EndWords</name>
    <message>
        <source>Your visit</source>
        <extracomment>Title of the last page</extracomment>
        <translation>زيارتك</translation>
    </message>
    <message>
        <source>%1 of %2 stops</source>
        <extracomment>For example &quot;3 of 10 stops&quot;; after it come the minutes</extracomment>
        <translation>%1 من %2 من المحطات</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>How long the visit was</extracomment>
        <translation>%1 د</translation>
    </message>
    <message>
        <source>You stayed longest with</source>
        <extracomment>Heading over the stop this visitor stayed with longest</extracomment>
        <translation>أطول وقفة لك كانت عند</translation>
    </message>
    <message>
        <source>For another time</source>
        <extracomment>Heading over stops this visitor did not open</extracomment>
        <translation>لمرة أخرى</translation>
    </message>
    <message>
        <source>Near here</source>
        <extracomment>Heading over other heritage sites near by</extracomment>
        <translation>بالقرب من هنا</translation>
    </message>
    <message>
        <source>from sunrise to sunset</source>
        <extracomment>Opening hours, after the days</extracomment>
        <translation>من شروق الشمس إلى غروبها</translation>
    </message>
    <message>
        <source>Open daily %1</source>
        <extracomment>Opening hours of every day; the hours follow</extracomment>
        <translation>مفتوح يوميًا %1</translation>
    </message>
    <message>
        <source>Open %1: %2</source>
        <extracomment>Opening hours of some days; the days and their hours follow</extracomment>
        <translation>مفتوح %1: %2</translation>
    </message>
    <message>
        <source>about %1 m</source>
        <extracomment>A distance in metres</extracomment>
        <translation>نحو %1 م</translation>
    </message>
    <message>
        <source>about %1 km</source>
        <extracomment>A distance in kilometres</extracomment>
        <translation>نحو %1 كم</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Back</source>
        <extracomment>Goes back to the page before; short, below an icon</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Makes all text larger, and at last its usual size again; short, below an icon</extracomment>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Ends this visit and wipes it from the device; short, below an icon</extracomment>
        <translation>إنهاء زيارتي</translation>
    </message>
</context>
<context>
    <name>HomeWords</name>
    <message>
        <source>Type a number</source>
        <extracomment>Goes to the number pad</extracomment>
        <translation>اكتب رقمًا</translation>
    </message>
    <message>
        <source>All stops</source>
        <extracomment>Goes to the list of all stops</extracomment>
        <translation>كل المحطات</translation>
    </message>
    <message>
        <source>Plan of the site</source>
        <extracomment>Goes to the plan of the site</extracomment>
        <translation>مخطط الموقع</translation>
    </message>
    <message>
        <source>Walks</source>
        <extracomment>Heading over ready-made tours</extracomment>
        <translation>جولات</translation>
    </message>
    <message>
        <source>Type the number on the label of a stop</source>
        <extracomment>Guidance where the device has no camera</extracomment>
        <translation>اكتب الرقم المدوَّن على لوحة المحطة</translation>
    </message>
    <message>
        <source>That code belongs to something else. Look for the small label beside a stop.</source>
        <extracomment>After a code that is not of this site (a poster, a ticket)</extracomment>
        <translation>هذا الرمز يخص شيئًا آخر. ابحث عن اللوحة الصغيرة بجانب المحطة.</translation>
    </message>
    <message>
        <source>This stop is newer than the guide on this device. All other stops are here.</source>
        <extracomment>After a code of this site that the installed content does not have yet</extracomment>
        <translation>هذه المحطة أحدث من الدليل في هذا الجهاز. سائر المحطات موجودة هنا.</translation>
    </message>
    <message>
        <source>Hold it a little nearer and still, or type the number below the code.</source>
        <extracomment>After a code that is in view and cannot be read</extracomment>
        <translation>قرّب الجهاز قليلًا وثبّته، أو اكتب الرقم المدوَّن تحت الرمز.</translation>
    </message>
    <message>
        <source>Point at the code beside a stop</source>
        <extracomment>Guidance over the camera&apos;s picture</extracomment>
        <translation>وجّه الكاميرا إلى الرمز بجانب المحطة</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Number: %1</source>
        <extracomment>Read aloud: what has been typed so far</extracomment>
        <translation>الرقم: %1</translation>
    </message>
    <message>
        <source>No stop here has the number %1. Look at the label once more, or choose from all stops.</source>
        <extracomment>After a number that no stop here bears</extracomment>
        <translation>لا توجد هنا محطة رقمها %1. انظر إلى اللوحة مرة أخرى أو اختر من كل المحطات.</translation>
    </message>
    <message>
        <source>Erase</source>
        <extracomment>Takes back the last digit typed</extracomment>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>Opens the stop whose number was typed; short, on a key</extracomment>
        <translation>افتح</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <extracomment>Title of the page where the language is chosen</extracomment>
        <translation>اختر لغتك</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>Heading over the choice of text size, as on the foot&apos;s button</extracomment>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Usual</source>
        <extracomment>Size of the text</extracomment>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Large</source>
        <extracomment>Size of the text</extracomment>
        <translation>كبير</translation>
    </message>
    <message>
        <source>Largest</source>
        <extracomment>Size of the text</extracomment>
        <translation>الأكبر</translation>
    </message>
    <message>
        <source>Light of the screen</source>
        <extracomment>Heading over the choice of dark, light or high contrast screens</extracomment>
        <translation>إضاءة الشاشة</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>A dark screen, for galleries</extracomment>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>A light screen, for outdoors</extracomment>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>High contrast</source>
        <extracomment>Black and white, the greatest contrast</extracomment>
        <translation>تباين عالٍ</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Plan of the site</source>
        <translation>مخطط الموقع</translation>
    </message>
    <message>
        <source>Floor</source>
        <extracomment>Heading over the floors of the plan</extracomment>
        <translation>الطابق</translation>
    </message>
    <message>
        <source>Filled: seen. Ringed: you are here.</source>
        <extracomment>How to read the plan</extracomment>
        <translation>الممتلئ: ما شاهدته. المطوَّق: أنت هنا.</translation>
    </message>
</context>
<context>
    <name>NumberPage</name>
    <message>
        <source>Which one is it?</source>
        <extracomment>Title of the choice between stops with the same number</extracomment>
        <translation>أيّها تقصد؟</translation>
    </message>
    <message>
        <source>Type the number on the label</source>
        <extracomment>Title of the number pad</extracomment>
        <translation>اكتب الرقم المدوَّن على اللوحة</translation>
    </message>
    <message>
        <source>All stops</source>
        <translation>كل المحطات</translation>
    </message>
</context>
<context>
    <name>PictureCloseUp</name>
    <message>
        <source>Nearer</source>
        <extracomment>Enlarges a picture</extracomment>
        <translation>أقرب</translation>
    </message>
    <message>
        <source>Further away</source>
        <extracomment>Makes an enlarged picture smaller again</extracomment>
        <translation>أبعد</translation>
    </message>
</context>
<context>
    <name>PictureShow</name>
    <message>
        <source>Look closer</source>
        <extracomment>Shows the stop&apos;s picture over the whole page, to be enlarged</extracomment>
        <translation>انظر عن قرب</translation>
    </message>
    <message>
        <source>Picture %1 of %2</source>
        <extracomment>Shows the next of several pictures; for example &quot;Picture 1 of 3&quot;</extracomment>
        <translation>الصورة %1 من %2</translation>
    </message>
</context>
<context>
    <name>PlayBar</name>
    <message>
        <source>Pause</source>
        <extracomment>Pauses the voice; short, below an icon</extracomment>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Play</source>
        <extracomment>Starts the voice, or lets it go on; short, below an icon</extracomment>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Back %1 s</source>
        <extracomment>Goes back ten seconds in the story; short, below an icon</extracomment>
        <translation>رجوع %1 ث</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <extracomment>How fast the voice speaks, for example &quot;Speed 1.25&quot;; short, below an icon</extracomment>
        <translation>السرعة %1</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Place in the story</source>
        <extracomment>Read aloud: the slider that tells how far the story has been told</extracomment>
        <translation>الموضع في الحكاية</translation>
    </message>
</context>
<context>
    <name>SitePage</name>
    <message>
        <source>Where are you?</source>
        <extracomment>Title of the page where one of several heritage sites is chosen</extracomment>
        <translation>أين أنت؟</translation>
    </message>
</context>
<context>
    <name>StillThereQuestion</name>
    <message>
        <source>Still there?</source>
        <extracomment>Asked when nobody has touched the screen for a while</extracomment>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>The visit ends in %1 s and everything about it is wiped.</source>
        <extracomment>Counts down the seconds until the visit ends by itself</extracomment>
        <translation>تنتهي الزيارة بعد %1 ث ويُمحى كل ما يخصها.</translation>
    </message>
    <message>
        <source>Yes, go on</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>نعم، أتابع</translation>
    </message>
    <message>
        <source>End my visit</source>
        <extracomment>Answer to &quot;Still there?&quot;</extracomment>
        <translation>إنهاء زيارتي</translation>
    </message>
</context>
<context>
    <name>StopFacts</name>
    <message>
        <source>How do we know this?</source>
        <extracomment>Heading over the statements and their sources</extracomment>
        <translation>كيف عرفنا هذا؟</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <extracomment>Heading over the objects that belong to a stop, as the museum&apos;s catalogue names them</extracomment>
        <translation>في الفهرس</translation>
    </message>
    <message>
        <source>Number %1</source>
        <extracomment>An object&apos;s number in the museum&apos;s catalogue</extracomment>
        <translation>الرقم %1</translation>
    </message>
    <message>
        <source>Published by %1</source>
        <extracomment>Who publishes the content</extracomment>
        <translation>الناشر: %1</translation>
    </message>
    <message>
        <source>Last checked on %1</source>
        <extracomment>When the content was last checked; a date follows</extracomment>
        <translation>آخر مراجعة: %1</translation>
    </message>
</context>
<context>
    <name>StopHead</name>
    <message>
        <source>Stop %1</source>
        <extracomment>Above a stop&apos;s title, for example &quot;Stop 3&quot;</extracomment>
        <translation>المحطة %1</translation>
    </message>
</context>
<context>
    <name>StopNext</name>
    <message>
        <source>Next</source>
        <extracomment>Heading over the stops to see next</extracomment>
        <translation>التالي</translation>
    </message>
    <message>
        <source>The nearest you have not seen</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>أقرب ما لم تره بعد</translation>
    </message>
    <message>
        <source>Follows in the curator&apos;s order</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>التالي في ترتيب أمين الموقع</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <extracomment>Why a stop is suggested</extracomment>
        <translation>لم تشاهدها بعد</translation>
    </message>
    <message>
        <source>%1 · about %2 m</source>
        <extracomment>A reason, then about how far it is in metres</extracomment>
        <translation>%1 · نحو %2 م</translation>
    </message>
</context>
<context>
    <name>StopRow</name>
    <message>
        <source>Seen</source>
        <extracomment>Beside a stop this visitor has opened</extracomment>
        <translation>شوهدت</translation>
    </message>
</context>
<context>
    <name>StopStory</name>
    <message>
        <source>The headphones are out. Touch Play to go on.</source>
        <extracomment>After the headphones were pulled out and the voice has paused</extracomment>
        <translation>انفصلت السماعات. المس «تشغيل» للمتابعة.</translation>
    </message>
    <message>
        <source>This device has no sound. The words run along.</source>
        <extracomment>Where the device has no sound output</extracomment>
        <translation>لا صوت في هذا الجهاز. تتقدّم الكلمات وحدها.</translation>
    </message>
    <message>
        <source>There is no voice in this language on this device. The words run along.</source>
        <extracomment>Where neither a recording nor a voice serves the language</extracomment>
        <translation>لا يوجد صوت بهذه اللغة في هذا الجهاز. تتقدّم الكلمات وحدها.</translation>
    </message>
    <message>
        <source>The voice speaks %1.</source>
        <extracomment>Where the recording is not in the visitor&apos;s language; the language&apos;s own name follows</extracomment>
        <translation>يتحدث الصوت بلغة: %1.</translation>
    </message>
    <message>
        <source>This stop is not yet told in your language.</source>
        <extracomment>Where the text is not there in the visitor&apos;s language</extracomment>
        <translation>لم تُروَ هذه المحطة بلغتك بعد.</translation>
    </message>
</context>
<context>
    <name>TourRow</name>
    <message>
        <source>%1 min</source>
        <extracomment>The length of a tour in minutes</extracomment>
        <translation>%1 د</translation>
    </message>
</context>
</TS>
